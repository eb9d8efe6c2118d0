-- What people (and the scheduler, when a job keeps failing) decided about schedules. The newest says what holds.
CREATE TABLE schedule_event (
    id      INTEGER PRIMARY KEY,
    job     TEXT NOT NULL, -- * for all
    kind    TEXT NOT NULL CHECK (kind IN ('Changed', 'Reset', 'Paused', 'Stopped', 'Released')),
    cron    TEXT,
    reason  TEXT NOT NULL,
    done_by TEXT NOT NULL,
    done_at TEXT NOT NULL,
    CHECK ((kind = 'Changed') = (cron IS NOT NULL))
) STRICT;

CREATE INDEX schedule_event_of_job ON schedule_event (job, id);

-- Slots that passed while nothing ran.
CREATE TABLE misfire (
    id         INTEGER PRIMARY KEY,
    job        TEXT NOT NULL,
    missed_at  TEXT NOT NULL,
    noticed_at TEXT NOT NULL
) STRICT;

CREATE TABLE job_run_line (
    job_run  INTEGER NOT NULL REFERENCES job_run (id),
    position INTEGER NOT NULL,
    said_at  TEXT NOT NULL,
    line     TEXT NOT NULL,
    PRIMARY KEY (job_run, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_run_of_slot ON job_run (job, scheduled_for, id);

CREATE TRIGGER schedule_event_keeps BEFORE UPDATE ON schedule_event BEGIN SELECT RAISE(ABORT, 'schedule_event is append-only'); END;
CREATE TRIGGER schedule_event_stays BEFORE DELETE ON schedule_event BEGIN SELECT RAISE(ABORT, 'schedule_event is append-only'); END;

CREATE TRIGGER misfire_keeps BEFORE UPDATE ON misfire BEGIN SELECT RAISE(ABORT, 'misfire is append-only'); END;
CREATE TRIGGER misfire_stays BEFORE DELETE ON misfire BEGIN SELECT RAISE(ABORT, 'misfire is append-only'); END;

CREATE TRIGGER job_run_line_keeps BEFORE UPDATE ON job_run_line BEGIN SELECT RAISE(ABORT, 'job_run_line is append-only'); END;
CREATE TRIGGER job_run_line_stays BEFORE DELETE ON job_run_line BEGIN SELECT RAISE(ABORT, 'job_run_line is append-only'); END;
