CREATE TABLE experiments (
    id VARCHAR(100) PRIMARY KEY,
    workspace_id VARCHAR(200) NOT NULL,
    state VARCHAR(20) NOT NULL,
    version BIGINT NOT NULL,
    change_hash VARCHAR(64) NOT NULL,
    role_name VARCHAR(200) NOT NULL,
    cluster_id VARCHAR(100),
    proposer VARCHAR(200) NOT NULL,
    proposal TEXT NOT NULL,
    before_values TEXT NOT NULL,
    base_generation BIGINT NOT NULL,
    trial TEXT,
    generation BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK (state IN ('PROPOSED', 'RUNNING', 'PASSED_GATE', 'FAILED_GATE', 'INCONCLUSIVE', 'CANARY', 'PROMOTED', 'REJECTED', 'ROLLED_BACK')),
    CHECK (state NOT IN ('PASSED_GATE', 'FAILED_GATE', 'INCONCLUSIVE', 'CANARY', 'PROMOTED', 'ROLLED_BACK') OR trial IS NOT NULL),
    CHECK (state NOT IN ('PROMOTED', 'ROLLED_BACK') OR generation IS NOT NULL),
    CHECK (state IN ('PROMOTED', 'ROLLED_BACK') OR generation IS NULL),
    CHECK (version >= 1)
);

CREATE INDEX experiments_by_workspace ON experiments (workspace_id, created_at);

CREATE INDEX experiments_by_change ON experiments (workspace_id, change_hash);

CREATE TABLE experiment_steps (
    experiment_id VARCHAR(100) NOT NULL,
    version BIGINT NOT NULL,
    from_state VARCHAR(20),
    to_state VARCHAR(20) NOT NULL,
    actor VARCHAR(200) NOT NULL,
    reason TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, version)
);

CREATE TABLE experiment_places (
    place VARCHAR(500) PRIMARY KEY,
    experiment_id VARCHAR(100) NOT NULL
);
