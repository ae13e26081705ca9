-- Divorce: visits of a case, notes that only its officers read, dates that moved, days on which nothing lapses.

-- Each coming of a case to the counter. The case's own row bears the day and number of the latest.
CREATE TABLE case_visits (
    case_id    UUID     NOT NULL REFERENCES cases (id),
    date       DATE     NOT NULL,
    number     BIGINT   NOT NULL,
    booking_id UUID     UNIQUE REFERENCES bookings (id),
    at         TIMESTAMPTZ NOT NULL,
    officer    UUID     NOT NULL REFERENCES staff (id),
    PRIMARY KEY (date, number)
);
CREATE INDEX case_visits_by_case ON case_visits (case_id);

-- 关怀, sealed: the log tells that something was noted, never what.
CREATE TABLE case_notes (
    id      UUID     NOT NULL PRIMARY KEY,
    case_id UUID     NOT NULL REFERENCES cases (id),
    at      TIMESTAMPTZ NOT NULL,
    officer UUID     NOT NULL REFERENCES staff (id),
    sealed  BYTEA     NOT NULL
);
CREATE INDEX case_notes_by_case ON case_notes (case_id, at);

-- One row for two persons, by keyed hash: locked while an application of theirs is accepted, so that two windows
-- can't accept two.
CREATE TABLE divorce_couples (
    couple  BYTEA   NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);

-- What a supervisor is asked to confirm: receipt dates that lie far from ours.
CREATE TABLE divorce_confirmations (
    case_id          UUID     NOT NULL REFERENCES cases (id),
    cooling_off_last DATE     NOT NULL,
    issuance_last    DATE     NOT NULL,
    asked_by         UUID     NOT NULL REFERENCES staff (id),
    asked_at         TIMESTAMPTZ NOT NULL,
    confirmed_by     UUID     REFERENCES staff (id),
    confirmed_at     TIMESTAMPTZ,
    reason           TEXT     NOT NULL DEFAULT '',
    PRIMARY KEY (case_id, cooling_off_last, issuance_last)
);

-- The history of an application's dates: moved by a schedule, by a suspended day, by a correction; or to be checked
-- against the receipt, where its typed dates stay.
CREATE TABLE divorce_date_moves (
    id                   UUID     NOT NULL PRIMARY KEY,
    act_id               UUID     NOT NULL REFERENCES acts (id),
    at                   TIMESTAMPTZ NOT NULL,
    officer              UUID,
    why                  TEXT     NOT NULL CHECK (why IN ('calendar', 'suspension', 'correction')),
    fate                 TEXT     NOT NULL CHECK (fate IN ('moved', 'to_check')),
    old_cooling_off_last DATE     NOT NULL,
    old_issuance_last    DATE     NOT NULL,
    new_cooling_off_last DATE     NOT NULL,
    new_issuance_last    DATE     NOT NULL
);
CREATE INDEX divorce_date_moves_by_act ON divorce_date_moves (act_id, at);
CREATE INDEX divorce_date_moves_by_time ON divorce_date_moves (at);

-- Each of the two is told separately that a date moved.
CREATE TABLE divorce_date_tellings (
    move_id UUID     NOT NULL REFERENCES divorce_date_moves (id),
    seat    TEXT     NOT NULL CHECK (seat IN ('a', 'b')),
    how     TEXT     NOT NULL,
    at      TIMESTAMPTZ NOT NULL,
    officer UUID     NOT NULL REFERENCES staff (id),
    PRIMARY KEY (move_id, seat)
);

-- Days on which nothing lapses (outage, disaster), named by a supervisor.
CREATE TABLE lapse_suspensions (
    date   DATE     NOT NULL PRIMARY KEY,
    reason TEXT     NOT NULL,
    set_by UUID     NOT NULL REFERENCES staff (id),
    set_at TIMESTAMPTZ NOT NULL
);
