-- What method and data leave open about the value of a release's own period (methodology, section 12). Seen with the
-- release and never before it. A price index has none.

CREATE TABLE release_uncertainty (
    release_version INTEGER PRIMARY KEY REFERENCES release_version (id),
    previous        TEXT,          -- period that changes refer to; null when it has no published value
    seed            TEXT NOT NULL, -- 64 bits, decimal
    draws           INTEGER NOT NULL,
    runs            INTEGER NOT NULL
) STRICT;

-- Distributions over the draws, in index points: of the index, and of its change where there is one.
CREATE TABLE release_spread (
    release_version     INTEGER NOT NULL REFERENCES release_uncertainty (release_version),
    kind                TEXT NOT NULL CHECK (kind IN ('All', 'Published', 'Matched')),
    mean                TEXT NOT NULL,
    deviation           TEXT NOT NULL,
    lower               TEXT NOT NULL,
    median              TEXT NOT NULL,
    upper               TEXT NOT NULL,
    change_mean         TEXT,
    change_deviation    TEXT,
    change_lower        TEXT,
    change_median       TEXT,
    change_upper        TEXT,
    probability_of_rise TEXT,
    PRIMARY KEY (release_version, kind)
) STRICT, WITHOUT ROWID;

-- Shares of groups of inputs in the variance over all draws.
CREATE TABLE release_sensitivity (
    release_version   INTEGER NOT NULL REFERENCES release_uncertainty (release_version),
    position          INTEGER NOT NULL,
    output            TEXT NOT NULL CHECK (output IN ('Index', 'Change')),
    variance          TEXT NOT NULL,
    input_group       TEXT NOT NULL,
    first_order       TEXT NOT NULL,
    first_order_lower TEXT NOT NULL,
    first_order_upper TEXT NOT NULL,
    total             TEXT NOT NULL,
    total_lower       TEXT NOT NULL,
    total_upper       TEXT NOT NULL,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER release_uncertainty_keeps BEFORE UPDATE ON release_uncertainty BEGIN SELECT RAISE(ABORT, 'release_uncertainty is append-only'); END;
CREATE TRIGGER release_uncertainty_stays BEFORE DELETE ON release_uncertainty BEGIN SELECT RAISE(ABORT, 'release_uncertainty is append-only'); END;

CREATE TRIGGER release_spread_keeps BEFORE UPDATE ON release_spread BEGIN SELECT RAISE(ABORT, 'release_spread is append-only'); END;
CREATE TRIGGER release_spread_stays BEFORE DELETE ON release_spread BEGIN SELECT RAISE(ABORT, 'release_spread is append-only'); END;

CREATE TRIGGER release_sensitivity_keeps BEFORE UPDATE ON release_sensitivity BEGIN SELECT RAISE(ABORT, 'release_sensitivity is append-only'); END;
CREATE TRIGGER release_sensitivity_stays BEFORE DELETE ON release_sensitivity BEGIN SELECT RAISE(ABORT, 'release_sensitivity is append-only'); END;
