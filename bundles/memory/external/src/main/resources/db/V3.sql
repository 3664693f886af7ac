-- Which notes agents left outside, and what must still be forgotten there: ids and digests, never texts.
CREATE TABLE external_notes (
    provider VARCHAR(200) NOT NULL,
    workspace_id VARCHAR(200) NOT NULL,
    note_key VARCHAR(64) NOT NULL,
    remote_id TEXT NOT NULL,
    document_id TEXT,
    container TEXT NOT NULL,
    owner TEXT,
    run_id TEXT,
    text_sha256 VARCHAR(64) NOT NULL,
    state VARCHAR(20) NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (provider, workspace_id, note_key)
);

CREATE INDEX external_notes_by_state ON external_notes (provider, state, next_at);
CREATE INDEX external_notes_by_workspace ON external_notes (workspace_id, note_key);
