-- What people decided about sources: the definition as sources.yaml writes it. The newest of a source says what holds.
CREATE TABLE source_edit (
    id      INTEGER PRIMARY KEY,
    source  TEXT NOT NULL,
    content TEXT, -- null: what the file says
    reason  TEXT NOT NULL,
    done_by TEXT NOT NULL,
    done_at TEXT NOT NULL
) STRICT;

CREATE INDEX source_edit_of_source ON source_edit (source, id);

CREATE TRIGGER source_edit_keeps BEFORE UPDATE ON source_edit BEGIN SELECT RAISE(ABORT, 'source_edit is append-only'); END;
CREATE TRIGGER source_edit_stays BEFORE DELETE ON source_edit BEGIN SELECT RAISE(ABORT, 'source_edit is append-only'); END;
