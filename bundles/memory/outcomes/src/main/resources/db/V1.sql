-- Which memories a context held, by ids alone.
CREATE TABLE shown_contexts (
    workspace_id TEXT NOT NULL,
    context_id TEXT NOT NULL,
    memory_id TEXT NOT NULL,
    user_id TEXT,
    shown_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, context_id, memory_id)
);

CREATE INDEX shown_contexts_by_time ON shown_contexts (shown_at);

-- One row for each memory that a run was shown, and one without a memory for the run itself; no outcome while nobody judged it.
CREATE TABLE shown_runs (
    workspace_id TEXT NOT NULL,
    trace_id TEXT NOT NULL,
    memory_id TEXT NOT NULL,
    user_id TEXT,
    outcome TEXT,
    PRIMARY KEY (workspace_id, trace_id, memory_id),
    CONSTRAINT shown_runs_known_outcome CHECK (outcome IS NULL OR outcome IN ('HELPFUL', 'HARMFUL'))
);

CREATE INDEX shown_runs_by_memory ON shown_runs (workspace_id, memory_id);

-- A memory is proposed once: a rejection is remembered.
CREATE TABLE shown_proposals (
    workspace_id TEXT NOT NULL,
    memory_id TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, memory_id)
);
