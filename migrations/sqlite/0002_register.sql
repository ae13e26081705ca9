-- The register: one row for each act done at the counter, whether entered here or imported.

-- A file of acts that was imported. Its rows stand in `acts` from the first batch on, and count only from
-- `published_at` on.
CREATE TABLE imports (
    number       BIGINT   NOT NULL PRIMARY KEY CHECK (number > 0),
    file_hash    BLOB     NOT NULL,
    started_at   DATETIME NOT NULL,
    started_by   BLOB,
    published_at DATETIME,
    -- Broken off: its rows never count and are cleared away.
    abandoned_at DATETIME,
    acts         BIGINT   NOT NULL DEFAULT 0,
    -- The counter entered an act meanwhile that one of these rows had to give way to.
    overtaken    BOOLEAN  NOT NULL DEFAULT FALSE
);

-- Persons are sealed; in clear stands only what figures are counted from. An ending (withdrawal, divorce) bears the
-- person keys and the last day of the application that it ends.
CREATE TABLE acts (
    id               BLOB     NOT NULL PRIMARY KEY,
    act              TEXT     NOT NULL CHECK (act IN ('marriage', 'divorce_application', 'divorce_withdrawal',
                                                      'divorce_registration', 'reissue_marriage', 'reissue_divorce')),
    part             TEXT     NOT NULL CHECK (part IN ('opening', 'ending')),
    ref              TEXT     NOT NULL,
    act_date         DATE     NOT NULL,
    -- The month of `act_date` as 202405: a year's figures are read in order of one index.
    act_month        BIGINT   NOT NULL,
    entered_at       DATETIME NOT NULL,
    late_reason      TEXT,
    -- 0: entered at the counter; else the import it came with.
    batch            BIGINT   NOT NULL DEFAULT 0,
    officer          BLOB,
    case_id          BLOB,
    certificate_no   TEXT,
    a_key            BLOB     NOT NULL,
    b_key            BLOB,
    sealed           BLOB,
    -- Keyed hash of what was entered: the same act imported again is known by it.
    content          BLOB     NOT NULL,
    a_prior          TEXT,
    b_prior          TEXT,
    a_band           BIGINT,
    b_band           BIGINT,
    related          TEXT,
    tier             TEXT,
    restored         BOOLEAN  NOT NULL DEFAULT FALSE,
    reason           TEXT,
    withdrawn_by     TEXT     CHECK (withdrawn_by IN ('a', 'b')),
    cooling_off_last DATE,
    issuance_first   DATE,
    issuance_last    DATE,
    dates_from       TEXT     CHECK (dates_from IN ('computed', 'typed')),
    -- A ref opens one case, and a case ends once.
    UNIQUE (ref, part)
);
CREATE UNIQUE INDEX acts_by_certificate ON acts (certificate_no) WHERE certificate_no IS NOT NULL;
CREATE INDEX acts_by_month ON acts (act_month, act, a_prior, b_prior, a_band, b_band, related, tier, restored, reason,
                                    batch, act_date);
CREATE INDEX acts_by_last_day ON acts (issuance_last, part, act_date, batch) WHERE issuance_last IS NOT NULL;
CREATE INDEX acts_by_a ON acts (a_key);
CREATE INDEX acts_by_b ON acts (b_key) WHERE b_key IS NOT NULL;
CREATE INDEX acts_by_case ON acts (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX acts_by_batch ON acts (batch) WHERE batch > 0;
CREATE INDEX acts_by_entry ON acts (entered_at) WHERE batch = 0;

-- An entry that was struck before anything was handed over. Its certificate number is a gap and is never used again.
CREATE TABLE struck_acts (
    id             BLOB     NOT NULL PRIMARY KEY,
    act            TEXT     NOT NULL,
    ref            TEXT     NOT NULL,
    act_date       DATE     NOT NULL,
    entered_at     DATETIME NOT NULL,
    officer        BLOB,
    case_id        BLOB,
    certificate_no TEXT     UNIQUE,
    sealed         BLOB,
    struck_at      DATETIME NOT NULL,
    struck_by      BLOB,
    reason         TEXT     NOT NULL
);

-- 视为撤回 written down: an application whose last day has passed without an ending. The dates alone make it true.
CREATE TABLE lapses (
    act_id     BLOB     NOT NULL PRIMARY KEY REFERENCES acts (id),
    lapsed_on  DATE     NOT NULL,
    written_at DATETIME NOT NULL
);
