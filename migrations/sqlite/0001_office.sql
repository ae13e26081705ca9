-- The office: calendar, settings, bookings, staff, cases, papers, audit.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Settings that an administrator changes while the office runs, one JSON document for each name.
CREATE TABLE settings (
    name   TEXT NOT NULL PRIMARY KEY,
    value  TEXT NOT NULL,
    set_by BLOB,
    set_at DATETIME NOT NULL
);

-- The national calendar (State Council): days off and make-up workdays that differ from the week.
CREATE TABLE national_days (
    date          DATE    NOT NULL PRIMARY KEY,
    schedule_year BIGINT  NOT NULL,
    off           BOOLEAN NOT NULL,
    holiday       TEXT
);

-- The office's own calendar: it feeds only what can be booked, never the law.
CREATE TABLE office_days (
    date   DATE NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL CHECK (kind IN ('closed', 'open')),
    reason TEXT NOT NULL,
    set_by BLOB,
    set_at DATETIME NOT NULL
);

-- A half-hour of one service. A row appears when its first place is asked for; `taken` counts bookings and holds.
CREATE TABLE slots (
    id       TEXT   NOT NULL PRIMARY KEY,
    service  TEXT   NOT NULL,
    date     DATE   NOT NULL,
    starts   TIME   NOT NULL,
    ends     TIME   NOT NULL,
    capacity BIGINT NOT NULL CHECK (capacity >= 0),
    taken    BIGINT NOT NULL DEFAULT 0,
    version  BIGINT NOT NULL DEFAULT 0,
    CHECK (taken >= 0),
    CHECK (taken <= capacity)
);
CREATE INDEX slots_by_day ON slots (service, date);

-- What somebody has typed so far, sealed; the key is the hash of their cookie.
CREATE TABLE drafts (
    id      BLOB     NOT NULL PRIMARY KEY,
    sealed  BLOB     NOT NULL,
    ends_at DATETIME NOT NULL
);
CREATE INDEX drafts_by_end ON drafts (ends_at);

-- A place kept while somebody types: at most one for each draft.
CREATE TABLE holds (
    id       BLOB     NOT NULL PRIMARY KEY,
    slot_id  TEXT     NOT NULL REFERENCES slots (id),
    draft_id BLOB     NOT NULL UNIQUE,
    made_at  DATETIME NOT NULL,
    ends_at  DATETIME NOT NULL,
    extended BOOLEAN  NOT NULL DEFAULT FALSE
);
CREATE INDEX holds_by_slot ON holds (slot_id, ends_at);

CREATE TABLE bookings (
    id         BLOB     NOT NULL PRIMARY KEY,
    code       TEXT     NOT NULL UNIQUE,
    service    TEXT     NOT NULL,
    slot_id    TEXT     NOT NULL REFERENCES slots (id),
    date       DATE     NOT NULL,
    starts     TIME     NOT NULL,
    ends       TIME     NOT NULL,
    channel    TEXT     NOT NULL CHECK (channel IN ('web', 'api', 'reception')),
    made_at    DATETIME NOT NULL,
    made_by    BLOB,
    generation BIGINT   NOT NULL DEFAULT 1,
    contact    TEXT     NOT NULL CHECK (contact IN ('sms', 'none')),
    lang       TEXT     NOT NULL,
    sealed     BLOB     NOT NULL
);
CREATE INDEX bookings_by_day ON bookings (date, starts);
CREATE INDEX bookings_by_slot ON bookings (slot_id);

-- Who is named in a booking, by keyed hash of the document.
CREATE TABLE booking_persons (
    booking_id BLOB NOT NULL REFERENCES bookings (id),
    seat       TEXT NOT NULL CHECK (seat IN ('a', 'b')),
    person_key BLOB NOT NULL,
    PRIMARY KEY (booking_id, seat)
);
CREATE INDEX booking_persons_by_key ON booking_persons (person_key);

-- One live booking for each person and service: the lock that makes a second one impossible.
CREATE TABLE live_bookings (
    person_key BLOB NOT NULL,
    service    TEXT NOT NULL,
    booking_id BLOB NOT NULL REFERENCES bookings (id),
    date       DATE NOT NULL,
    PRIMARY KEY (person_key, service)
);
CREATE INDEX live_bookings_by_booking ON live_bookings (booking_id);

CREATE TABLE booking_moves (
    id         BLOB     NOT NULL PRIMARY KEY,
    booking_id BLOB     NOT NULL REFERENCES bookings (id),
    from_slot  TEXT     NOT NULL,
    to_slot    TEXT     NOT NULL,
    at         DATETIME NOT NULL,
    by_staff   BLOB
);
CREATE INDEX booking_moves_by_booking ON booking_moves (booking_id);

CREATE TABLE booking_cancellations (
    booking_id BLOB     NOT NULL PRIMARY KEY REFERENCES bookings (id),
    at         DATETIME NOT NULL,
    by_staff   BLOB,
    reason     TEXT     NOT NULL
);

CREATE TABLE booking_arrivals (
    booking_id BLOB     NOT NULL PRIMARY KEY REFERENCES bookings (id),
    at         DATETIME NOT NULL,
    both_here  BOOLEAN  NOT NULL,
    by_staff   BLOB
);

-- An idempotency key and the booking it made; kept for seven days.
CREATE TABLE idempotency_keys (
    key_hash   BLOB     NOT NULL PRIMARY KEY,
    body_hash  BLOB     NOT NULL,
    booking_id BLOB     NOT NULL,
    slot_id    TEXT     NOT NULL,
    made_at    DATETIME NOT NULL
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (made_at);

CREATE TABLE staff (
    id         BLOB     NOT NULL PRIMARY KEY,
    login      TEXT     NOT NULL UNIQUE,
    name       TEXT     NOT NULL,
    password   TEXT     NOT NULL,
    roles      TEXT     NOT NULL,
    person_key BLOB,
    made_at    DATETIME NOT NULL,
    made_by    BLOB
);

CREATE TABLE staff_departures (
    staff_id BLOB     NOT NULL PRIMARY KEY REFERENCES staff (id),
    at       DATETIME NOT NULL,
    by_staff BLOB,
    reason   TEXT     NOT NULL
);

-- Registrars are assessed at least every two years (2025 norm); without a valid one nobody registers.
CREATE TABLE staff_assessments (
    staff_id    BLOB     NOT NULL REFERENCES staff (id),
    passed_on   DATE     NOT NULL,
    valid_until DATE     NOT NULL,
    entered_at  DATETIME NOT NULL,
    entered_by  BLOB,
    PRIMARY KEY (staff_id, passed_on)
);

CREATE TABLE sessions (
    id       BLOB     NOT NULL PRIMARY KEY,
    staff_id BLOB     NOT NULL REFERENCES staff (id),
    window_no BIGINT,
    made_at  DATETIME NOT NULL,
    seen_at  DATETIME NOT NULL,
    ends_at  DATETIME NOT NULL,
    locked   BOOLEAN  NOT NULL DEFAULT FALSE
);
CREATE INDEX sessions_by_staff ON sessions (staff_id);
CREATE INDEX sessions_by_end ON sessions (ends_at);

-- What two people came for and how far it is. The events tell; `state` repeats their last word for lists.
CREATE TABLE cases (
    id         BLOB     NOT NULL PRIMARY KEY,
    kind       TEXT     NOT NULL,
    booking_id BLOB     UNIQUE REFERENCES bookings (id),
    date       DATE     NOT NULL,
    number     BIGINT   NOT NULL,
    state      TEXT     NOT NULL,
    opened_at  DATETIME NOT NULL,
    opened_by  BLOB     NOT NULL REFERENCES staff (id),
    sealed     BLOB     NOT NULL,
    version    BIGINT   NOT NULL DEFAULT 0,
    fence      BIGINT   NOT NULL DEFAULT 0,
    held_by    BLOB     REFERENCES staff (id),
    held_until DATETIME,
    UNIQUE (date, number)
);
CREATE INDEX cases_by_day ON cases (date, state);

CREATE TABLE case_persons (
    case_id    BLOB NOT NULL REFERENCES cases (id),
    seat       TEXT NOT NULL CHECK (seat IN ('a', 'b')),
    person_key BLOB NOT NULL,
    PRIMARY KEY (case_id, seat)
);
CREATE INDEX case_persons_by_key ON case_persons (person_key);

-- What happened in a case, in order; holds no name and no number of a person.
CREATE TABLE case_events (
    case_id BLOB     NOT NULL REFERENCES cases (id),
    seq     BIGINT   NOT NULL,
    kind    TEXT     NOT NULL,
    at      DATETIME NOT NULL,
    officer BLOB     NOT NULL REFERENCES staff (id),
    event   TEXT     NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- The last number given, for each series (day's numbers; certificates where this system numbers them).
CREATE TABLE number_counters (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

-- Each printed booklet that was used or spoilt.
CREATE TABLE booklets (
    number         TEXT     NOT NULL PRIMARY KEY,
    fate           TEXT     NOT NULL CHECK (fate IN ('used', 'void')),
    certificate_no TEXT     NOT NULL,
    case_id        BLOB,
    at             DATETIME NOT NULL,
    officer        BLOB,
    reason         TEXT     NOT NULL DEFAULT ''
);
CREATE INDEX booklets_by_certificate ON booklets (certificate_no);

-- A paper of ours that bears a QR code.
CREATE TABLE papers (
    id        BLOB     NOT NULL PRIMARY KEY,
    kind      TEXT     NOT NULL,
    subject   BLOB     NOT NULL,
    issued_on DATE     NOT NULL,
    issued_at DATETIME NOT NULL,
    officer   BLOB
);
CREATE INDEX papers_by_subject ON papers (subject, kind);

CREATE TABLE paper_prints (
    paper_id BLOB     NOT NULL REFERENCES papers (id),
    nth      BIGINT   NOT NULL,
    at       DATETIME NOT NULL,
    officer  BLOB,
    PRIMARY KEY (paper_id, nth)
);

CREATE TABLE paper_endings (
    paper_id BLOB     NOT NULL PRIMARY KEY REFERENCES papers (id),
    fate     TEXT     NOT NULL CHECK (fate IN ('replaced', 'withdrawn')),
    at       DATETIME NOT NULL,
    officer  BLOB,
    reason   TEXT     NOT NULL
);

-- Each act of an officer, chained by hash; opaque ids only.
CREATE TABLE audit_entries (
    seq      BIGINT   NOT NULL PRIMARY KEY,
    at       DATETIME NOT NULL,
    officer  BLOB,
    verb     TEXT     NOT NULL,
    subject  TEXT     NOT NULL,
    act_hash BLOB     NOT NULL,
    hash     BLOB     NOT NULL
);

CREATE TABLE audit_head (
    id   BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  BIGINT NOT NULL,
    hash BLOB   NOT NULL
);

CREATE TABLE topics (
    topic   TEXT   NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);
