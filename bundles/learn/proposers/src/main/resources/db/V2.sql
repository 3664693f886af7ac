CREATE TABLE search_baselines (
    workspace_id VARCHAR(200) NOT NULL,
    situation VARCHAR(64) NOT NULL,
    failing BIGINT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, situation)
);
