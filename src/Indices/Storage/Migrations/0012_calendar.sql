-- A release date that was moved, and why; readers of the calendar see it. The newest move of a period counts.
CREATE TABLE slot_move (
    id             INTEGER PRIMARY KEY,
    index_code     TEXT NOT NULL,
    period         TEXT NOT NULL,
    moved_to       TEXT NOT NULL,
    reason_chinese TEXT NOT NULL,
    reason_english TEXT NOT NULL,
    moved_by       TEXT NOT NULL,
    moved_at       TEXT NOT NULL
) STRICT;

CREATE TRIGGER slot_move_keeps BEFORE UPDATE ON slot_move BEGIN SELECT RAISE(ABORT, 'slot_move is append-only'); END;
CREATE TRIGGER slot_move_stays BEFORE DELETE ON slot_move BEGIN SELECT RAISE(ABORT, 'slot_move is append-only'); END;
