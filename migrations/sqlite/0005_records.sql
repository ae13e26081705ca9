-- Records that were asked for, and what was noted on registrations after they were made.

-- A request for records that was answered: what is counted of it. Who asked lies sealed in the case.
CREATE TABLE records_answers (
    case_id     BLOB     NOT NULL PRIMARY KEY REFERENCES cases (id),
    act_date    DATE     NOT NULL,
    act_month   BIGINT   NOT NULL,
    found       BOOLEAN  NOT NULL,
    copies      BIGINT   NOT NULL CHECK (copies >= 0),
    statements  BIGINT   NOT NULL CHECK (statements >= 0),
    answered_at DATETIME NOT NULL,
    officer     BLOB     NOT NULL REFERENCES staff (id)
);
CREATE INDEX records_answers_by_month ON records_answers (act_month, act_date);

-- Revoked by civil affairs, or ended by a court: the entry stays and says so, once. Documents and reason are sealed,
-- since they may name somebody.
CREATE TABLE registration_notes (
    id         BLOB     NOT NULL PRIMARY KEY,
    act_id     BLOB     NOT NULL UNIQUE REFERENCES acts (id),
    kind       TEXT     NOT NULL CHECK (kind IN ('revoked', 'court_void', 'court_revoked')),
    decided_on DATE     NOT NULL,
    -- The day it counts on: of our own decision, or on which a judgment was noted.
    act_date   DATE     NOT NULL,
    act_month  BIGINT   NOT NULL,
    noted_at   DATETIME NOT NULL,
    officer    BLOB     NOT NULL REFERENCES staff (id),
    sealed     BLOB     NOT NULL
);
CREATE INDEX registration_notes_by_month ON registration_notes (act_month, kind, act_date);
CREATE INDEX registration_notes_by_time ON registration_notes (noted_at);
