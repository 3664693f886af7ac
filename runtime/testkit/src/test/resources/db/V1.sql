-- Tables of the tests of the database itself
CREATE TABLE notes (
    id TEXT NOT NULL,
    words TEXT,
    amount BIGINT,
    share DOUBLE PRECISION,
    done BOOLEAN,
    said_at BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX notes_by_amount ON notes (amount, id);
