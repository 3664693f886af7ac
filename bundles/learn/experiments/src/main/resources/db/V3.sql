-- Whose harness it is about, of the hosts that share the database: the first line of the ledger that holds its base generation.
ALTER TABLE experiments ADD COLUMN home TEXT DEFAULT '' NOT NULL;
