-- Certificates issued again: which entry of the register a reissue has replaced, and for whom.

-- A marriage certificate is replaced for both at once. Of a divorce each has a certificate of their own under one
-- number, so that one may be replaced while the other's stands.
CREATE TABLE certificate_replacements (
    act_id     BLOB     NOT NULL REFERENCES acts (id),
    person_key BLOB     NOT NULL,
    by_act     BLOB     NOT NULL REFERENCES acts (id),
    at         DATETIME NOT NULL,
    officer    BLOB     NOT NULL REFERENCES staff (id),
    PRIMARY KEY (act_id, person_key)
);
CREATE INDEX certificate_replacements_by_act ON certificate_replacements (by_act);
