-- Which memories have a copy outside and what must still be done there: ids and digests, never texts.
CREATE TABLE external_copies (
    provider VARCHAR(200) NOT NULL,
    workspace_id VARCHAR(200) NOT NULL,
    memory_id VARCHAR(200) NOT NULL,
    state VARCHAR(20) NOT NULL,
    text_sha256 VARCHAR(64) NOT NULL,
    remote_id TEXT,
    document_id TEXT,
    container TEXT,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (provider, workspace_id, memory_id)
);

CREATE INDEX external_copies_by_state ON external_copies (provider, state, next_at);

-- Until when the archive of a workspace was looked through for new memories.
CREATE TABLE external_looks (
    provider VARCHAR(200) NOT NULL,
    workspace_id VARCHAR(200) NOT NULL,
    looked_at BIGINT NOT NULL,
    PRIMARY KEY (provider, workspace_id)
);
