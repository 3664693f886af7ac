CREATE TABLE mine_triage (
    workspace_id VARCHAR(200) NOT NULL,
    trace_id VARCHAR(400) NOT NULL,
    span_id VARCHAR(200) NOT NULL,
    category VARCHAR(200) NOT NULL,
    user_id VARCHAR(200),
    failure BOOLEAN NOT NULL,
    said_by VARCHAR(200) NOT NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, trace_id, span_id, category)
);

CREATE TABLE mine_models (
    workspace_id VARCHAR(200) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    PRIMARY KEY (workspace_id)
);

CREATE TABLE mine_weights (
    workspace_id VARCHAR(200) NOT NULL,
    category VARCHAR(200) NOT NULL,
    feature VARCHAR(200) NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (workspace_id, category, feature)
);
