-- Which series a document speaks of, to find its rows by. An index of the observations themselves by document and line
-- costs more than the table when a document has a million lines.
CREATE TABLE document_series (
    document INTEGER NOT NULL REFERENCES raw_document (id),
    series   INTEGER NOT NULL REFERENCES series (id),
    PRIMARY KEY (document, series)
) STRICT, WITHOUT ROWID;

INSERT INTO document_series SELECT DISTINCT document, series FROM observation;

CREATE TRIGGER document_series_keeps BEFORE UPDATE ON document_series
BEGIN SELECT RAISE(ABORT, 'document_series is append-only'); END;
CREATE TRIGGER document_series_stays BEFORE DELETE ON document_series
BEGIN SELECT RAISE(ABORT, 'document_series is append-only'); END;

DROP INDEX observation_of_document;
