CREATE TABLE clusters (
    workspace_id VARCHAR(200) NOT NULL,
    id VARCHAR(100) NOT NULL,
    title TEXT NOT NULL,
    failure_class VARCHAR(20) NOT NULL,
    category VARCHAR(200) NOT NULL,
    operation VARCHAR(200) NOT NULL,
    tool VARCHAR(500),
    template TEXT NOT NULL,
    stage VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    state_since BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE cluster_routes (
    workspace_id VARCHAR(200) NOT NULL,
    signature_key VARCHAR(100) NOT NULL,
    cluster_id VARCHAR(100) NOT NULL,
    similarity DOUBLE PRECISION NOT NULL,
    joined_by VARCHAR(20) NOT NULL,
    leads BOOLEAN NOT NULL,
    failure_class VARCHAR(20) NOT NULL,
    category VARCHAR(200) NOT NULL,
    operation VARCHAR(200) NOT NULL,
    tool VARCHAR(500),
    template TEXT NOT NULL,
    stage VARCHAR(20) NOT NULL,
    PRIMARY KEY (workspace_id, signature_key)
);

CREATE INDEX cluster_routes_by_kind ON cluster_routes (workspace_id, failure_class, category);

CREATE INDEX cluster_routes_by_cluster ON cluster_routes (workspace_id, cluster_id);

CREATE TABLE failures (
    workspace_id VARCHAR(200) NOT NULL,
    id VARCHAR(200) NOT NULL,
    user_id VARCHAR(400),
    trace_id VARCHAR(400) NOT NULL,
    task_key VARCHAR(500),
    detector VARCHAR(200) NOT NULL,
    span_id VARCHAR(400),
    failure_class VARCHAR(20) NOT NULL,
    category VARCHAR(200) NOT NULL,
    severity VARCHAR(20) NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    code TEXT,
    operation VARCHAR(200) NOT NULL,
    tool VARCHAR(500),
    template TEXT NOT NULL,
    stage VARCHAR(20) NOT NULL,
    signature_category VARCHAR(200) NOT NULL,
    tokens BIGINT NOT NULL,
    duration_micros BIGINT NOT NULL,
    occurred_at BIGINT,
    PRIMARY KEY (workspace_id, id)
);

CREATE INDEX failures_by_trace ON failures (workspace_id, trace_id);

CREATE TABLE cluster_members (
    workspace_id VARCHAR(200) NOT NULL,
    failure_id VARCHAR(200) NOT NULL,
    cluster_id VARCHAR(100) NOT NULL,
    similarity DOUBLE PRECISION NOT NULL,
    joined_by VARCHAR(20) NOT NULL,
    PRIMARY KEY (workspace_id, failure_id)
);

CREATE INDEX cluster_members_by_cluster ON cluster_members (workspace_id, cluster_id);

CREATE TABLE cluster_history (
    workspace_id VARCHAR(200) NOT NULL,
    cluster_id VARCHAR(100) NOT NULL,
    version BIGINT NOT NULL,
    act VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    other_id VARCHAR(100),
    actor VARCHAR(200) NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, cluster_id, version)
);
