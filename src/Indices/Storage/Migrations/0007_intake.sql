-- What was found in documents, documents that wait for a person, and what people decided.

ALTER TABLE quarantined_row ADD COLUMN kind TEXT NOT NULL DEFAULT 'Error' CHECK (kind IN ('Notice', 'Warning', 'Error'));
ALTER TABLE quarantined_row ADD COLUMN code TEXT NOT NULL DEFAULT 'unreadable';

-- Bytes that are in the archive and have been shown to somebody; no value of theirs is stored.
CREATE TABLE pending_document (
    id           INTEGER PRIMARY KEY,
    sha256       TEXT NOT NULL,
    name         TEXT NOT NULL,
    address      TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size         INTEGER NOT NULL,
    retrieved_at TEXT NOT NULL,
    received_by  TEXT NOT NULL,
    source       TEXT, -- code of the source that it came from
    reason       TEXT NOT NULL -- of values entered or corrected by hand; empty for files
) STRICT;

CREATE INDEX pending_document_by_content ON pending_document (sha256);

-- One decision closes a pending document for good.
CREATE TABLE pending_decision (
    pending    INTEGER PRIMARY KEY REFERENCES pending_document (id),
    decision   TEXT NOT NULL CHECK (decision IN ('Accepted', 'Cancelled')),
    reason     TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;

-- Why somebody entered or corrected values by hand.
CREATE TABLE document_reason (
    document INTEGER PRIMARY KEY REFERENCES raw_document (id),
    reason   TEXT NOT NULL
) STRICT;

-- Rows that went in although a rule warned of them.
CREATE TABLE warning_confirmation (
    document     INTEGER NOT NULL REFERENCES raw_document (id),
    position     INTEGER NOT NULL,
    source_row   INTEGER NOT NULL,
    code         TEXT NOT NULL,
    offending_text TEXT NOT NULL,
    reason       TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_at TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- A row leaves the quarantine once: read again through another document, or dropped.
CREATE TABLE quarantine_act (
    document        INTEGER NOT NULL REFERENCES raw_document (id),
    source_row      INTEGER NOT NULL,
    act             TEXT NOT NULL CHECK (act IN ('Replayed', 'Dropped')),
    reason          TEXT NOT NULL,
    done_by         TEXT NOT NULL,
    done_at         TEXT NOT NULL,
    result_document INTEGER REFERENCES raw_document (id),
    PRIMARY KEY (document, source_row),
    CHECK ((act = 'Replayed') = (result_document IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pending_document_keeps BEFORE UPDATE ON pending_document BEGIN SELECT RAISE(ABORT, 'pending_document is append-only'); END;
CREATE TRIGGER pending_document_stays BEFORE DELETE ON pending_document BEGIN SELECT RAISE(ABORT, 'pending_document is append-only'); END;

CREATE TRIGGER pending_decision_keeps BEFORE UPDATE ON pending_decision BEGIN SELECT RAISE(ABORT, 'pending_decision is append-only'); END;
CREATE TRIGGER pending_decision_stays BEFORE DELETE ON pending_decision BEGIN SELECT RAISE(ABORT, 'pending_decision is append-only'); END;

CREATE TRIGGER document_reason_keeps BEFORE UPDATE ON document_reason BEGIN SELECT RAISE(ABORT, 'document_reason is append-only'); END;
CREATE TRIGGER document_reason_stays BEFORE DELETE ON document_reason BEGIN SELECT RAISE(ABORT, 'document_reason is append-only'); END;

CREATE TRIGGER warning_confirmation_keeps BEFORE UPDATE ON warning_confirmation BEGIN SELECT RAISE(ABORT, 'warning_confirmation is append-only'); END;
CREATE TRIGGER warning_confirmation_stays BEFORE DELETE ON warning_confirmation BEGIN SELECT RAISE(ABORT, 'warning_confirmation is append-only'); END;

CREATE TRIGGER quarantine_act_keeps BEFORE UPDATE ON quarantine_act BEGIN SELECT RAISE(ABORT, 'quarantine_act is append-only'); END;
CREATE TRIGGER quarantine_act_stays BEFORE DELETE ON quarantine_act BEGIN SELECT RAISE(ABORT, 'quarantine_act is append-only'); END;
