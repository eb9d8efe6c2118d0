-- A release version goes through several steps, and some of them back: each is a row, the newest one says what holds.

CREATE TABLE release_notice (
    id              INTEGER PRIMARY KEY,
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    kind            TEXT NOT NULL CHECK (kind IN ('Initial', 'Revision', 'Correction')),
    reason          TEXT,
    wrong           TEXT, -- of a correction: what was wrong, since when, and what changes
    since           TEXT,
    changes         TEXT,
    edited_by       TEXT NOT NULL,
    edited_at       TEXT NOT NULL,
    CHECK ((wrong IS NULL) = (since IS NULL) AND (since IS NULL) = (changes IS NULL))
) STRICT;

CREATE INDEX release_notice_of_version ON release_notice (release_version, id);

DROP VIEW release_state;

CREATE TABLE release_step (
    id              INTEGER PRIMARY KEY,
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    decision        TEXT NOT NULL CHECK (decision IN ('Reviewed', 'Approved', 'Returned', 'Rejected', 'Withdrawn')),
    release_at      TEXT, -- of a review without it: at once when it is approved
    fingerprint     TEXT NOT NULL,
    binding         TEXT, -- SHA-256 of content, note and instant; null where one alone decided
    reason          TEXT,
    decided_by      TEXT NOT NULL,
    decided_at      TEXT NOT NULL,
    CHECK (decision <> 'Approved' OR release_at IS NOT NULL),
    CHECK (decision <> 'Reviewed' OR binding IS NOT NULL),
    CHECK ((decision IN ('Returned', 'Rejected', 'Withdrawn')) = (reason IS NOT NULL))
) STRICT;

INSERT INTO release_step (release_version, decision, release_at, fingerprint, reason, decided_by, decided_at)
SELECT release_version, decision, release_at, fingerprint, reason, decided_by, decided_at FROM release_decision
ORDER BY decided_at, release_version;

CREATE TABLE publication_kept (
    release_version INTEGER PRIMARY KEY REFERENCES release_version (id),
    recorded_at     TEXT NOT NULL
) STRICT;

INSERT INTO publication_kept SELECT release_version, recorded_at FROM publication;

-- A name may be frozen by several releases when approvals were withdrawn in between; the first that stands counts.
CREATE TABLE frozen_parameter_kept (
    index_code      TEXT NOT NULL,
    name            TEXT NOT NULL,
    value           TEXT NOT NULL,
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    PRIMARY KEY (index_code, name, release_version)
) STRICT, WITHOUT ROWID;

INSERT INTO frozen_parameter_kept SELECT index_code, name, value, release_version FROM frozen_parameter;

DROP TABLE publication;
DROP TABLE frozen_parameter;
DROP TABLE release_decision;

ALTER TABLE publication_kept RENAME TO publication;
ALTER TABLE frozen_parameter_kept RENAME TO frozen_parameter;
ALTER TABLE release_step RENAME TO release_decision;

CREATE INDEX release_decision_of_version ON release_decision (release_version, id);

CREATE VIEW release_state AS
SELECT v.id, v.index_code, v.period, v.number, COALESCE(n.kind, v.kind) AS kind, COALESCE(n.reason, v.reason) AS reason,
       v.methodology_version, v.data_vintage, v.origin, v.fingerprint, v.calculation, v.proposed_at,
       CASE WHEN d.decision IS NULL OR d.decision IN ('Returned', 'Withdrawn') THEN 'Candidate' ELSE d.decision END AS state,
       CASE WHEN d.decision IN ('Reviewed', 'Approved') THEN d.release_at END AS release_at,
       d.decided_by, d.decided_at, c.proposed_by, n.wrong, n.since, n.changes, d.id AS decision
FROM release_version v
JOIN calculation c ON c.id = v.calculation
LEFT JOIN release_decision d ON d.id = (SELECT MAX(id) FROM release_decision WHERE release_version = v.id)
LEFT JOIN release_notice n ON n.id = (SELECT MAX(id) FROM release_notice WHERE release_version = v.id);

CREATE TRIGGER release_notice_keeps BEFORE UPDATE ON release_notice BEGIN SELECT RAISE(ABORT, 'release_notice is append-only'); END;
CREATE TRIGGER release_notice_stays BEFORE DELETE ON release_notice BEGIN SELECT RAISE(ABORT, 'release_notice is append-only'); END;

CREATE TRIGGER release_decision_keeps BEFORE UPDATE ON release_decision BEGIN SELECT RAISE(ABORT, 'release_decision is append-only'); END;
CREATE TRIGGER release_decision_stays BEFORE DELETE ON release_decision BEGIN SELECT RAISE(ABORT, 'release_decision is append-only'); END;

CREATE TRIGGER publication_keeps BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'publication is append-only'); END;
CREATE TRIGGER publication_stays BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'publication is append-only'); END;

CREATE TRIGGER frozen_parameter_keeps BEFORE UPDATE ON frozen_parameter BEGIN SELECT RAISE(ABORT, 'frozen_parameter is append-only'); END;
CREATE TRIGGER frozen_parameter_stays BEFORE DELETE ON frozen_parameter BEGIN SELECT RAISE(ABORT, 'frozen_parameter is append-only'); END;

-- What a reviewer was warned of and let pass, with the reason that was typed for it.
CREATE TABLE release_warning (
    decision INTEGER NOT NULL REFERENCES release_decision (id),
    position INTEGER NOT NULL,
    code     TEXT NOT NULL,
    finding  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER release_warning_keeps BEFORE UPDATE ON release_warning BEGIN SELECT RAISE(ABORT, 'release_warning is append-only'); END;
CREATE TRIGGER release_warning_stays BEFORE DELETE ON release_warning BEGIN SELECT RAISE(ABORT, 'release_warning is append-only'); END;
