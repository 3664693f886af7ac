CREATE TABLE access_token (
  token_name VARCHAR(100) PRIMARY KEY,
  token_hash TEXT NOT NULL,
  token_role TEXT NOT NULL,
  workspace_id TEXT NOT NULL,
  user_id TEXT,
  created_at BIGINT NOT NULL
);

CREATE TABLE audit_entry (
  entry_no BIGINT PRIMARY KEY,
  written_at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NOT NULL,
  entry_hash TEXT NOT NULL
);
