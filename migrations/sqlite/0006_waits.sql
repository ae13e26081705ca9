-- Who waits for a place on a full day: sealed, found again by the hash of a secret of their own. A place that comes
-- free is kept for the next in line as a hold under that secret.
CREATE TABLE waits (
    id         BLOB     NOT NULL PRIMARY KEY,
    service    TEXT     NOT NULL,
    date       DATE     NOT NULL,
    draft_id   BLOB     NOT NULL UNIQUE,
    joined_at  DATETIME NOT NULL,
    contact    TEXT     NOT NULL CHECK (contact IN ('sms', 'none')),
    lang       TEXT     NOT NULL,
    sealed     BLOB     NOT NULL
);
CREATE INDEX waits_by_day ON waits (service, date, joined_at, id);

-- One live wait for each person and service.
CREATE TABLE live_waits (
    person_key BLOB NOT NULL,
    service    TEXT NOT NULL,
    wait_id    BLOB NOT NULL REFERENCES waits (id),
    date       DATE NOT NULL,
    PRIMARY KEY (person_key, service)
);
CREATE INDEX live_waits_by_wait ON live_waits (wait_id);

-- The one offer that was made to somebody who waits: which place, from when, until when.
CREATE TABLE wait_offers (
    wait_id    BLOB     NOT NULL PRIMARY KEY REFERENCES waits (id),
    slot_id    TEXT     NOT NULL REFERENCES slots (id),
    offered_at DATETIME NOT NULL,
    ends_at    DATETIME NOT NULL
);

CREATE TABLE wait_endings (
    wait_id BLOB     NOT NULL PRIMARY KEY REFERENCES waits (id),
    fate    TEXT     NOT NULL CHECK (fate IN ('taken', 'left')),
    at      DATETIME NOT NULL
);
