-- What was asked to be calculated, and what came of each period. The state of a recalculation is read from these rows
-- and from the runs that worked on it; nothing is ever switched.

CREATE TABLE recalculation (
    id           INTEGER PRIMARY KEY,
    index_code   TEXT NOT NULL,
    fire         TEXT UNIQUE, -- job and slot that it was planned for; null when a person asked
    as_of        TEXT NOT NULL,
    methodology  TEXT NOT NULL, -- newest version when it was planned
    requested_by TEXT NOT NULL,
    requested_at TEXT NOT NULL
) STRICT;

CREATE TABLE recalculation_period (
    recalculation INTEGER NOT NULL REFERENCES recalculation (id),
    period        TEXT NOT NULL,
    PRIMARY KEY (recalculation, period)
) STRICT, WITHOUT ROWID;

-- Written in the transaction that offers the candidate: a period has its result and its candidate, or neither.
CREATE TABLE recalculation_result (
    recalculation   INTEGER NOT NULL,
    period          TEXT NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('Offered', 'Unchanged', 'NoValue', 'Failed')),
    note            TEXT NOT NULL,
    release_version INTEGER REFERENCES release_version (id),
    recorded_at     TEXT NOT NULL,
    PRIMARY KEY (recalculation, period),
    FOREIGN KEY (recalculation, period) REFERENCES recalculation_period (recalculation, period)
) STRICT, WITHOUT ROWID;

-- The newest says whether the rest is to be done.
CREATE TABLE recalculation_decision (
    id            INTEGER PRIMARY KEY,
    recalculation INTEGER NOT NULL REFERENCES recalculation (id),
    decision      TEXT NOT NULL CHECK (decision IN ('Cancelled', 'Resumed')),
    decided_by    TEXT NOT NULL,
    decided_at    TEXT NOT NULL
) STRICT;

CREATE INDEX recalculation_decision_of_recalculation ON recalculation_decision (recalculation, id);

ALTER TABLE job_run ADD COLUMN recalculation INTEGER REFERENCES recalculation (id);

CREATE INDEX job_run_of_recalculation ON job_run (recalculation, id) WHERE recalculation IS NOT NULL;

CREATE TRIGGER recalculation_keeps BEFORE UPDATE ON recalculation BEGIN SELECT RAISE(ABORT, 'recalculation is append-only'); END;
CREATE TRIGGER recalculation_stays BEFORE DELETE ON recalculation BEGIN SELECT RAISE(ABORT, 'recalculation is append-only'); END;

CREATE TRIGGER recalculation_period_keeps BEFORE UPDATE ON recalculation_period BEGIN SELECT RAISE(ABORT, 'recalculation_period is append-only'); END;
CREATE TRIGGER recalculation_period_stays BEFORE DELETE ON recalculation_period BEGIN SELECT RAISE(ABORT, 'recalculation_period is append-only'); END;

CREATE TRIGGER recalculation_result_keeps BEFORE UPDATE ON recalculation_result BEGIN SELECT RAISE(ABORT, 'recalculation_result is append-only'); END;
CREATE TRIGGER recalculation_result_stays BEFORE DELETE ON recalculation_result BEGIN SELECT RAISE(ABORT, 'recalculation_result is append-only'); END;

CREATE TRIGGER recalculation_decision_keeps BEFORE UPDATE ON recalculation_decision BEGIN SELECT RAISE(ABORT, 'recalculation_decision is append-only'); END;
CREATE TRIGGER recalculation_decision_stays BEFORE DELETE ON recalculation_decision BEGIN SELECT RAISE(ABORT, 'recalculation_decision is append-only'); END;
