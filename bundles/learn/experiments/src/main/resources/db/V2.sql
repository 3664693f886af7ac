-- What graded live runs say of a change: those of a canary beside what is in force, those of a watch against the time before.
CREATE TABLE live_comparisons (
    id TEXT PRIMARY KEY,
    experiment_id TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    role_name TEXT NOT NULL,
    cluster_id TEXT,
    kind VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    version BIGINT NOT NULL,
    served_share DOUBLE PRECISION,
    family_told BOOLEAN NOT NULL,
    baseline_from BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    reason TEXT NOT NULL,
    CHECK (kind IN ('CANARY', 'WATCH')),
    CHECK (state IN ('FOLLOWING', 'HARMFUL', 'IMPROVED', 'WORSENED', 'UNDECIDED', 'REPLACED', 'STOPPED')),
    CHECK (state IN ('FOLLOWING', 'HARMFUL') OR ended_at IS NOT NULL),
    CHECK (state NOT IN ('FOLLOWING', 'HARMFUL') OR ended_at IS NULL),
    CHECK (state <> 'HARMFUL' OR kind = 'WATCH'),
    CHECK (kind = 'WATCH' OR served_share IS NOT NULL),
    CHECK (served_share IS NULL OR (served_share > 0 AND served_share < 1)),
    CHECK (version >= 1)
);

CREATE INDEX live_comparisons_by_experiment ON live_comparisons (experiment_id);

CREATE INDEX live_comparisons_by_workspace ON live_comparisons (workspace_id, ended_at);

CREATE TABLE live_tests (
    comparison_id TEXT NOT NULL,
    measure VARCHAR(20) NOT NULL,
    test TEXT NOT NULL,
    PRIMARY KEY (comparison_id, measure)
);

-- Each run that was counted, so that none is counted twice.
CREATE TABLE live_runs (
    comparison_id TEXT NOT NULL,
    measure VARCHAR(20) NOT NULL,
    trace_id TEXT NOT NULL,
    arm VARCHAR(20) NOT NULL,
    success BOOLEAN NOT NULL,
    PRIMARY KEY (comparison_id, measure, trace_id)
);

-- When the candidate of a canary is known to have served its share; a host that dies ends that unseen.
CREATE TABLE live_intervals (
    comparison_id TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    closed BOOLEAN NOT NULL,
    PRIMARY KEY (comparison_id, opened_at)
);
