-- Up to where cycles of the core were looked at, for each list of them; a row is overwritten.
CREATE TABLE dreaming_cursors (
    name VARCHAR(100) NOT NULL PRIMARY KEY,
    last_id VARCHAR(400) NOT NULL
);
