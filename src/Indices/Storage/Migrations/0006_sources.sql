-- Sources themselves are definitions; here is what they delivered.

-- The source that a document came from, by its file name or because it was fetched from there.
CREATE TABLE document_source (
    document INTEGER PRIMARY KEY REFERENCES raw_document (id),
    source   TEXT NOT NULL
) STRICT;

CREATE INDEX document_source_by_source ON document_source (source, document);

CREATE TRIGGER document_source_keeps BEFORE UPDATE ON document_source BEGIN SELECT RAISE(ABORT, 'document_source is append-only'); END;
CREATE TRIGGER document_source_stays BEFORE DELETE ON document_source BEGIN SELECT RAISE(ABORT, 'document_source is append-only'); END;

-- Every time that a source was asked over the network, and how it answered.
CREATE TABLE fetch (
    id              INTEGER PRIMARY KEY,
    source          TEXT NOT NULL,
    address         TEXT NOT NULL,
    started_at      TEXT NOT NULL,
    ended_at        TEXT NOT NULL,
    started_by      TEXT NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('Stored', 'Unchanged', 'Failed')),
    http_status     INTEGER,
    sha256          TEXT,
    etag            TEXT,
    last_modified   TEXT,
    headers         TEXT,
    failure_chinese TEXT,
    failure_english TEXT
) STRICT;

CREATE INDEX fetch_of_source ON fetch (source, id);

CREATE TRIGGER fetch_keeps BEFORE UPDATE ON fetch BEGIN SELECT RAISE(ABORT, 'fetch is append-only'); END;
CREATE TRIGGER fetch_stays BEFORE DELETE ON fetch BEGIN SELECT RAISE(ABORT, 'fetch is append-only'); END;

-- An alert stays open while its cause goes on: one alarm, however often the cause is met again.
CREATE TABLE alert (
    id        INTEGER PRIMARY KEY,
    cause_key TEXT NOT NULL,
    chinese   TEXT NOT NULL,
    english   TEXT NOT NULL,
    opened_at TEXT NOT NULL
) STRICT;

CREATE TABLE alert_end (
    alert    INTEGER PRIMARY KEY REFERENCES alert (id),
    ended_at TEXT NOT NULL
) STRICT;

CREATE TABLE alert_delivery (
    alert        INTEGER NOT NULL REFERENCES alert (id),
    channel      TEXT NOT NULL,
    delivered_at TEXT NOT NULL,
    PRIMARY KEY (alert, channel)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER alert_keeps BEFORE UPDATE ON alert BEGIN SELECT RAISE(ABORT, 'alert is append-only'); END;
CREATE TRIGGER alert_stays BEFORE DELETE ON alert BEGIN SELECT RAISE(ABORT, 'alert is append-only'); END;

CREATE TRIGGER alert_end_keeps BEFORE UPDATE ON alert_end BEGIN SELECT RAISE(ABORT, 'alert_end is append-only'); END;
CREATE TRIGGER alert_end_stays BEFORE DELETE ON alert_end BEGIN SELECT RAISE(ABORT, 'alert_end is append-only'); END;

CREATE TRIGGER alert_delivery_keeps BEFORE UPDATE ON alert_delivery BEGIN SELECT RAISE(ABORT, 'alert_delivery is append-only'); END;
CREATE TRIGGER alert_delivery_stays BEFORE DELETE ON alert_delivery BEGIN SELECT RAISE(ABORT, 'alert_delivery is append-only'); END;
