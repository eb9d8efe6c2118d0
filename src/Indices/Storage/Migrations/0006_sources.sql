-- Sources themselves are definitions; here is what they delivered.

-- The source that a document came from, by its file name or because it was fetched from there.
CREATE TABLE document_source (
    document INTEGER PRIMARY KEY REFERENCES raw_document (id),
    source   TEXT NOT NULL
) STRICT;

CREATE INDEX document_source_by_source ON document_source (source, document);

CREATE TRIGGER document_source_keeps BEFORE UPDATE ON document_source BEGIN SELECT RAISE(ABORT, 'document_source is append-only'); END;
CREATE TRIGGER document_source_stays BEFORE DELETE ON document_source BEGIN SELECT RAISE(ABORT, 'document_source is append-only'); END;
