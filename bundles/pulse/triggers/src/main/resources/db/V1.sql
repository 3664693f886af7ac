CREATE TABLE trigger_states (
    trigger_id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    memory TEXT NOT NULL,
    watched TEXT NOT NULL,
    read_at BIGINT NOT NULL,
    CHECK (sequence > 0)
);

CREATE TABLE trigger_files (
    trigger_id TEXT NOT NULL,
    path TEXT NOT NULL,
    modified_at BIGINT NOT NULL,
    size_bytes BIGINT NOT NULL,
    PRIMARY KEY (trigger_id, path)
);

CREATE TABLE trigger_deliveries (
    trigger_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    taken_at BIGINT NOT NULL,
    PRIMARY KEY (trigger_id, delivery_id)
);

CREATE INDEX trigger_deliveries_by_time ON trigger_deliveries (taken_at);

CREATE TABLE trigger_outbox (
    trigger_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    workspace_id TEXT NOT NULL,
    drafts TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (trigger_id, sequence)
);

CREATE INDEX trigger_outbox_by_time ON trigger_outbox (created_at);
