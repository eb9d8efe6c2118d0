-- Each approval is sealed. The digest says what is sealed, the seal is what is signed, in a chain in the order in which
-- releases become public. What waits is signed anew when something else is approved to come before it; of several seals
-- of one digest the newest counts, and so does of several digests of one version, which was then withdrawn in between.

CREATE TABLE release_digest (
    id              INTEGER PRIMARY KEY,
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    public_from     TEXT NOT NULL,
    salt            TEXT NOT NULL, -- drawn at random and never shown: rows hold what is not published
    stored_sha256   TEXT NOT NULL, -- over every row that the release consists of
    data_sha256     TEXT NOT NULL, -- of the published table
    receipt_sha256  TEXT NOT NULL
) STRICT;

CREATE INDEX release_digest_of_version ON release_digest (release_version, id);
CREATE INDEX release_digest_by_instant ON release_digest (public_from, id);

-- Eight digits of the hash of each row, so that a changed row can be named.
CREATE TABLE release_digest_part (
    digest INTEGER NOT NULL REFERENCES release_digest (id),
    part   TEXT NOT NULL,
    checks TEXT NOT NULL,
    PRIMARY KEY (digest, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_seal (
    id        INTEGER PRIMARY KEY,
    digest    INTEGER NOT NULL REFERENCES release_digest (id),
    sequence  INTEGER NOT NULL,
    statement TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;

CREATE INDEX release_seal_of_digest ON release_seal (digest, id);

CREATE VIEW release_seal_state AS
SELECT d.id AS digest, d.release_version, d.public_from, d.salt, d.stored_sha256, d.data_sha256, d.receipt_sha256,
       s.id AS seal, s.sequence, s.statement, s.signature
FROM release_digest d
LEFT JOIN release_seal s ON s.id = (SELECT MAX(id) FROM release_seal WHERE digest = d.id)
WHERE d.id = (SELECT MAX(id) FROM release_digest WHERE release_version = d.release_version);

CREATE TRIGGER release_digest_keeps BEFORE UPDATE ON release_digest BEGIN SELECT RAISE(ABORT, 'release_digest is append-only'); END;
CREATE TRIGGER release_digest_stays BEFORE DELETE ON release_digest BEGIN SELECT RAISE(ABORT, 'release_digest is append-only'); END;

CREATE TRIGGER release_digest_part_keeps BEFORE UPDATE ON release_digest_part BEGIN SELECT RAISE(ABORT, 'release_digest_part is append-only'); END;
CREATE TRIGGER release_digest_part_stays BEFORE DELETE ON release_digest_part BEGIN SELECT RAISE(ABORT, 'release_digest_part is append-only'); END;

CREATE TRIGGER release_seal_keeps BEFORE UPDATE ON release_seal BEGIN SELECT RAISE(ABORT, 'release_seal is append-only'); END;
CREATE TRIGGER release_seal_stays BEFORE DELETE ON release_seal BEGIN SELECT RAISE(ABORT, 'release_seal is append-only'); END;
