-- The audit log is chained: each row carries a keyed hash over its content and the hash before it. Rows from before have
-- none; the first hash after them covers them.
ALTER TABLE audit_log ADD COLUMN hash TEXT;

CREATE INDEX audit_log_login ON audit_log (address, at) WHERE action = 'login';

-- Roles for those who only look, and for those who check the others; and since when a password is in use.
CREATE TABLE account_renewed (
    id                   INTEGER PRIMARY KEY,
    name                 TEXT NOT NULL,
    password_hash        TEXT NOT NULL,
    password_set_at      TEXT NOT NULL,
    role                 TEXT NOT NULL CHECK (role IN ('Viewer', 'Auditor', 'Operator', 'Reviewer', 'Administrator')),
    stamp                TEXT NOT NULL,
    is_disabled          INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    failed_logins        INTEGER NOT NULL,
    locked_until         TEXT,
    must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1))
) STRICT;

-- Nobody wrote down when the passwords of earlier accounts were set: they count from the upgrade.
INSERT INTO account_renewed
SELECT id, name, password_hash, strftime('%Y-%m-%dT%H:%M:%f', 'now') || '0000Z', role, stamp, is_disabled, failed_logins, locked_until, must_change_password
FROM account;

DROP TABLE account;

ALTER TABLE account_renewed RENAME TO account;

CREATE UNIQUE INDEX account_name ON account (lower(name));

CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'account is kept'); END;

CREATE TABLE password_history (
    id            INTEGER PRIMARY KEY,
    account       INTEGER NOT NULL REFERENCES account (id),
    password_hash TEXT NOT NULL,
    set_at        TEXT NOT NULL
) STRICT;

CREATE INDEX password_history_of_account ON password_history (account, id);

INSERT INTO password_history (account, password_hash, set_at) SELECT id, password_hash, password_set_at FROM account;

CREATE TRIGGER password_history_keeps BEFORE UPDATE ON password_history BEGIN SELECT RAISE(ABORT, 'password_history is append-only'); END;
CREATE TRIGGER password_history_stays BEFORE DELETE ON password_history BEGIN SELECT RAISE(ABORT, 'password_history is append-only'); END;

CREATE TABLE staff_session (
    id           TEXT PRIMARY KEY,
    account      INTEGER NOT NULL REFERENCES account (id),
    stamp        TEXT NOT NULL, -- of the account when the session began; another one has ended it
    began_at     TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    address      TEXT,
    agent        TEXT NOT NULL,
    ended_at     TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_session_by_time ON staff_session (last_seen_at);

CREATE TABLE second_factor (
    account      INTEGER PRIMARY KEY REFERENCES account (id),
    secret       TEXT NOT NULL,
    enrolled_at  TEXT NOT NULL,
    last_step    INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    locked_until TEXT
) STRICT;

-- A code that was used is gone; the audit log keeps that it was.
CREATE TABLE recovery_code (
    account   INTEGER NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account, code_hash)
) STRICT, WITHOUT ROWID;
