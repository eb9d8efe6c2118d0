-- The first of two persons who let values in that look like a slip; it counts for what was shown to them and for nothing else.
CREATE TABLE pending_endorsement (
    id          INTEGER PRIMARY KEY,
    pending     INTEGER NOT NULL REFERENCES pending_document (id),
    fingerprint TEXT NOT NULL,
    reason      TEXT NOT NULL,
    endorsed_by TEXT NOT NULL,
    endorsed_at TEXT NOT NULL
) STRICT;

CREATE INDEX pending_endorsement_of_pending ON pending_endorsement (pending, id);

CREATE TRIGGER pending_endorsement_keeps BEFORE UPDATE ON pending_endorsement BEGIN SELECT RAISE(ABORT, 'pending_endorsement is append-only'); END;
CREATE TRIGGER pending_endorsement_stays BEFORE DELETE ON pending_endorsement BEGIN SELECT RAISE(ABORT, 'pending_endorsement is append-only'); END;
