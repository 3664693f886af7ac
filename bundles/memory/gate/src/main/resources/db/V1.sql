CREATE TABLE pending_memory_writes (
    workspace_id VARCHAR(200) NOT NULL,
    id VARCHAR(100) NOT NULL,
    user_id VARCHAR(400),
    fingerprint VARCHAR(64) NOT NULL,
    content_key VARCHAR(64),
    subject_id VARCHAR(200),
    memory_id VARCHAR(200),
    target VARCHAR(20) NOT NULL,
    act VARCHAR(100) NOT NULL,
    origin VARCHAR(40) NOT NULL,
    task_id VARCHAR(400),
    payload TEXT NOT NULL,
    old_value TEXT,
    reason TEXT,
    evidence TEXT NOT NULL,
    summary TEXT NOT NULL,
    risk DOUBLE PRECISION NOT NULL,
    status VARCHAR(20) NOT NULL,
    created_at BIGINT NOT NULL,
    reviewed_at BIGINT,
    reviewed_by VARCHAR(400),
    resolution TEXT,
    PRIMARY KEY (workspace_id, id)
);

CREATE INDEX pending_memory_writes_by_status ON pending_memory_writes (workspace_id, status, created_at);

CREATE INDEX pending_memory_writes_by_fingerprint ON pending_memory_writes (workspace_id, fingerprint);
