CREATE TABLE proposed_notes (
    workspace_id VARCHAR(200) NOT NULL,
    note_key VARCHAR(64) NOT NULL,
    proposer VARCHAR(200) NOT NULL,
    pending_id VARCHAR(100) NOT NULL,
    proposed_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, note_key)
);
