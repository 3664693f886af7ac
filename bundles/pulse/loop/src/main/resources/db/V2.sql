-- Which host of a database beats, and until when it said so last.
CREATE TABLE pulse_leases (
    name TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    until_at BIGINT NOT NULL
);
