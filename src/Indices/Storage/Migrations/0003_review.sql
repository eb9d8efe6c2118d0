-- What reviewers are shown of a candidate and nobody else is.

CREATE TABLE review_change (
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    position        INTEGER NOT NULL,
    compared_with   TEXT NOT NULL,
    group_code      TEXT NOT NULL,
    indicator       TEXT NOT NULL,
    cause           TEXT NOT NULL CHECK (cause IN ('NewData', 'RevisedData', 'MethodChange', 'Coverage')),
    points          TEXT NOT NULL,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_query (
    release_version   INTEGER NOT NULL REFERENCES release_version (id),
    position          INTEGER NOT NULL,
    indicator         TEXT NOT NULL,
    period            TEXT NOT NULL,
    value             TEXT NOT NULL,
    change            TEXT,
    robust_z          TEXT,
    g                 TEXT,
    unusual_change    INTEGER NOT NULL CHECK (unusual_change IN (0, 1)),
    outside_goalposts INTEGER NOT NULL CHECK (outside_goalposts IN (0, 1)),
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_change_keeps BEFORE UPDATE ON review_change BEGIN SELECT RAISE(ABORT, 'review_change is append-only'); END;
CREATE TRIGGER review_change_stays BEFORE DELETE ON review_change BEGIN SELECT RAISE(ABORT, 'review_change is append-only'); END;

CREATE TRIGGER review_query_keeps BEFORE UPDATE ON review_query BEGIN SELECT RAISE(ABORT, 'review_query is append-only'); END;
CREATE TRIGGER review_query_stays BEFORE DELETE ON review_query BEGIN SELECT RAISE(ABORT, 'review_query is append-only'); END;
