-- Every statistic is TEXT: decimal text as received, or the shortest text that reads back as the same double.
-- Instants are UTC text of one fixed width, so that text order is time order. Sums are made in the program, never here.

CREATE TABLE series (
    id        INTEGER PRIMARY KEY,
    indicator TEXT NOT NULL,
    measure   TEXT NOT NULL,
    area      TEXT NOT NULL,
    scope     TEXT NOT NULL,
    origin    TEXT NOT NULL CHECK (origin IN ('Official', 'Public', 'Synthetic')),
    UNIQUE (indicator, measure, area, scope, origin)
) STRICT;

CREATE TABLE citation (
    id          INTEGER PRIMARY KEY,
    source_name TEXT NOT NULL,
    address     TEXT NOT NULL,
    tier        TEXT NOT NULL,
    label       TEXT NOT NULL, -- empty when the source gives none
    UNIQUE (source_name, address, tier, label)
) STRICT;

CREATE TABLE raw_document (
    id           INTEGER PRIMARY KEY,
    sha256       TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    address      TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size         INTEGER NOT NULL,
    retrieved_at TEXT NOT NULL,
    received_by  TEXT NOT NULL
) STRICT;

-- What became of a document, written last in the transaction that stored it.
CREATE TABLE document_outcome (
    document  INTEGER PRIMARY KEY REFERENCES raw_document (id),
    added     INTEGER NOT NULL,
    revised   INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    deals     INTEGER NOT NULL, -- that were new or revised
    deals_unchanged INTEGER NOT NULL,
    refused   INTEGER NOT NULL
) STRICT;

CREATE TABLE observation (
    series     INTEGER NOT NULL REFERENCES series (id),
    period     TEXT NOT NULL,
    vintage    TEXT NOT NULL,
    value      TEXT,
    status     TEXT NOT NULL,
    bound      TEXT NOT NULL,
    citation   INTEGER REFERENCES citation (id),
    document   INTEGER NOT NULL REFERENCES raw_document (id),
    source_row INTEGER NOT NULL,
    PRIMARY KEY (series, period, vintage)
) STRICT, WITHOUT ROWID;

CREATE INDEX observation_of_document ON observation (document, source_row);

-- Another document said the same at a later vintage. Not a vintage by itself, but it becomes one when a different
-- older value turns up between the two: without it the value would stay changed for good, and the order in which
-- documents arrive would decide what is known.
CREATE TABLE observation_confirmation (
    series     INTEGER NOT NULL REFERENCES series (id),
    period     TEXT NOT NULL,
    vintage    TEXT NOT NULL,
    citation   INTEGER REFERENCES citation (id),
    document   INTEGER NOT NULL REFERENCES raw_document (id),
    source_row INTEGER NOT NULL,
    PRIMARY KEY (series, period, vintage)
) STRICT, WITHOUT ROWID;

CREATE TABLE deal (
    code             TEXT NOT NULL,
    vintage          TEXT NOT NULL,
    area             TEXT NOT NULL,
    pricing_date     TEXT NOT NULL,
    product          TEXT NOT NULL,
    tenor_years      INTEGER NOT NULL,
    rating           TEXT NOT NULL,
    industry         TEXT NOT NULL,
    entity           TEXT NOT NULL,
    amount           TEXT NOT NULL,
    coupon           TEXT NOT NULL,
    upfront_fee      TEXT NOT NULL,
    annual_fee       TEXT NOT NULL,
    government_yield TEXT,
    loan_prime_rate  TEXT,
    origin           TEXT NOT NULL CHECK (origin IN ('Official', 'Public', 'Synthetic')),
    document         INTEGER NOT NULL REFERENCES raw_document (id),
    PRIMARY KEY (code, vintage)
) STRICT, WITHOUT ROWID;

CREATE TABLE deal_confirmation (
    code     TEXT NOT NULL,
    vintage  TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES raw_document (id),
    PRIMARY KEY (code, vintage)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantined_row (
    document       INTEGER NOT NULL REFERENCES raw_document (id),
    position       INTEGER NOT NULL,
    source_row     INTEGER NOT NULL,
    column_name    TEXT NOT NULL,
    offending_text TEXT NOT NULL,
    reason_chinese TEXT NOT NULL,
    reason_english TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_run (
    id            INTEGER PRIMARY KEY,
    job           TEXT NOT NULL,
    trigger_kind  TEXT NOT NULL,
    scheduled_for TEXT NOT NULL,
    started_at    TEXT NOT NULL,
    ended_at      TEXT,
    outcome       TEXT NOT NULL,
    counts        TEXT,
    failure       TEXT,
    started_by    TEXT NOT NULL
) STRICT;

CREATE INDEX job_run_of_job ON job_run (job, id);

CREATE TABLE definition (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    code        TEXT NOT NULL,
    version     TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    content     TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    accepted_at TEXT NOT NULL,
    UNIQUE (kind, code, version, file_name, sha256)
) STRICT;

-- The newest set is in force.
CREATE TABLE definition_set (
    id          INTEGER PRIMARY KEY,
    accepted_at TEXT NOT NULL
) STRICT;

CREATE TABLE definition_set_member (
    definition_set INTEGER NOT NULL REFERENCES definition_set (id),
    position       INTEGER NOT NULL,
    definition     INTEGER NOT NULL REFERENCES definition (id),
    PRIMARY KEY (definition_set, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX definition_set_member_of_definition ON definition_set_member (definition, definition_set);

CREATE TABLE calculation (
    id                  INTEGER PRIMARY KEY,
    index_code          TEXT NOT NULL,
    period              TEXT NOT NULL,
    methodology_version TEXT NOT NULL,
    data_vintage        TEXT NOT NULL,
    receipt             TEXT NOT NULL,
    proposed_by         TEXT NOT NULL,
    proposed_at         TEXT NOT NULL
) STRICT;

-- Parameters that become frozen when the calculation's release is approved.
CREATE TABLE calculation_parameter (
    calculation INTEGER NOT NULL REFERENCES calculation (id),
    name        TEXT NOT NULL,
    value       TEXT NOT NULL,
    PRIMARY KEY (calculation, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_version (
    id                  INTEGER PRIMARY KEY,
    index_code          TEXT NOT NULL,
    period              TEXT NOT NULL,
    number              INTEGER NOT NULL,
    kind                TEXT NOT NULL CHECK (kind IN ('Initial', 'Revision', 'Correction')),
    reason              TEXT,
    methodology_version TEXT NOT NULL,
    data_vintage        TEXT NOT NULL,
    origin              TEXT NOT NULL CHECK (origin IN ('Official', 'Public', 'Synthetic')),
    fingerprint         TEXT NOT NULL,
    calculation         INTEGER NOT NULL UNIQUE REFERENCES calculation (id),
    proposed_at         TEXT NOT NULL,
    UNIQUE (index_code, period, number)
) STRICT;

CREATE TABLE release_value (
    release_version     INTEGER NOT NULL REFERENCES release_version (id),
    position            INTEGER NOT NULL,
    period              TEXT NOT NULL,
    node                TEXT NOT NULL,
    methodology_version TEXT NOT NULL,
    published           TEXT,
    value               TEXT,
    status              TEXT NOT NULL,
    coverage            TEXT NOT NULL,
    reason              TEXT,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_contribution (
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    position        INTEGER NOT NULL,
    from_period     TEXT NOT NULL,
    to_period       TEXT NOT NULL,
    group_code      TEXT NOT NULL,
    indicator       TEXT NOT NULL,
    published       TEXT NOT NULL,
    points          TEXT NOT NULL,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_score (
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    position        INTEGER NOT NULL,
    period          TEXT NOT NULL,
    indicator       TEXT NOT NULL,
    value           TEXT,
    score           TEXT,
    status          TEXT NOT NULL,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_level (
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    position        INTEGER NOT NULL,
    period          TEXT NOT NULL,
    series          TEXT NOT NULL,
    published       TEXT,
    value           TEXT,
    unit            TEXT NOT NULL,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_note (
    release_version INTEGER NOT NULL REFERENCES release_version (id),
    position        INTEGER NOT NULL,
    note            TEXT NOT NULL,
    PRIMARY KEY (release_version, position)
) STRICT, WITHOUT ROWID;

-- One decision closes a candidate for good; the state of a version is read from here.
CREATE TABLE release_decision (
    release_version INTEGER PRIMARY KEY REFERENCES release_version (id),
    decision        TEXT NOT NULL CHECK (decision IN ('Approved', 'Rejected')),
    release_at      TEXT,
    fingerprint     TEXT NOT NULL,
    reason          TEXT,
    decided_by      TEXT NOT NULL,
    decided_at      TEXT NOT NULL,
    CHECK ((decision = 'Approved') = (release_at IS NOT NULL)),
    CHECK ((decision = 'Rejected') = (reason IS NOT NULL))
) STRICT;

CREATE INDEX release_decision_by_instant ON release_decision (release_at);

CREATE TABLE publication (
    release_version INTEGER PRIMARY KEY REFERENCES release_decision (release_version),
    recorded_at     TEXT NOT NULL
) STRICT;

CREATE TABLE frozen_parameter (
    index_code      TEXT NOT NULL,
    name            TEXT NOT NULL,
    value           TEXT NOT NULL,
    release_version INTEGER NOT NULL REFERENCES release_decision (release_version),
    PRIMARY KEY (index_code, name)
) STRICT, WITHOUT ROWID;

-- Every version with its state. What the public may see is narrowed from this in one place, Visibility.cs.
CREATE VIEW release_state AS
SELECT v.id, v.index_code, v.period, v.number, v.kind, v.reason, v.methodology_version, v.data_vintage, v.origin,
       v.fingerprint, v.calculation, v.proposed_at, COALESCE(d.decision, 'Candidate') AS state, d.release_at,
       d.decided_by, d.decided_at
FROM release_version v LEFT JOIN release_decision d ON d.release_version = v.id;

CREATE TABLE account (
    id                   INTEGER PRIMARY KEY,
    name                 TEXT NOT NULL,
    password_hash        TEXT NOT NULL,
    role                 TEXT NOT NULL CHECK (role IN ('Operator', 'Reviewer', 'Administrator')),
    stamp                TEXT NOT NULL,
    is_disabled          INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    failed_logins        INTEGER NOT NULL,
    locked_until         TEXT,
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1))
) STRICT;

-- Names that differ only in case are one account.
CREATE UNIQUE INDEX account_name ON account (lower(name));

CREATE TABLE audit_log (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    done_by TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    result  TEXT NOT NULL,
    address TEXT
) STRICT;
