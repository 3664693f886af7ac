-- The side of each task that questions were put together from, so that none is ever divided. A task is kept as its hash.
CREATE TABLE replay_tasks (
    workspace_id TEXT NOT NULL,
    role_name TEXT NOT NULL,
    task TEXT NOT NULL,
    older BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, role_name, task)
);

-- What became of each failure, call or answer that was looked at for cases: it is looked at once, or again when its run changes.
CREATE TABLE made_cases (
    workspace_id TEXT NOT NULL,
    evidence TEXT NOT NULL,
    source TEXT NOT NULL,
    run TEXT NOT NULL,
    became TEXT NOT NULL,
    case_id TEXT,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, evidence),
    CONSTRAINT made_cases_known CHECK (became IN ('MADE', 'NONE', 'WAITS')),
    CONSTRAINT made_cases_with_case CHECK (
        (became = 'MADE' AND case_id IS NOT NULL) OR (became <> 'MADE' AND case_id IS NULL))
);

CREATE INDEX made_cases_by_source ON made_cases (workspace_id, source);

CREATE INDEX made_cases_by_run ON made_cases (workspace_id, run);
