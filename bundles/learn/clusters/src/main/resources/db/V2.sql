-- What a family's sums and the order of its members need stands with its members, so that neither reads a failure. Members of
-- older versions have no trace_id until a host fills them.
ALTER TABLE cluster_members ADD COLUMN user_id VARCHAR(400);

ALTER TABLE cluster_members ADD COLUMN trace_id VARCHAR(400);

ALTER TABLE cluster_members ADD COLUMN tokens BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE cluster_members ADD COLUMN duration_micros BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE cluster_members ADD COLUMN occurred_at BIGINT;

ALTER TABLE cluster_members ADD COLUMN critical BOOLEAN DEFAULT FALSE NOT NULL;

CREATE INDEX cluster_members_by_trace ON cluster_members (workspace_id, trace_id);
