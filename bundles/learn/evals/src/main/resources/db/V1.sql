CREATE TABLE eval_cases (
    workspace_id VARCHAR(200) NOT NULL,
    id VARCHAR(200) NOT NULL,
    cluster_id VARCHAR(200) NOT NULL,
    title TEXT NOT NULL,
    split_by VARCHAR(20) NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE eval_case_checks (
    workspace_id VARCHAR(200) NOT NULL,
    case_id VARCHAR(200) NOT NULL,
    name VARCHAR(100) NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (workspace_id, case_id, name)
);

CREATE TABLE eval_case_members (
    workspace_id VARCHAR(200) NOT NULL,
    case_id VARCHAR(200) NOT NULL,
    trace_id VARCHAR(400) NOT NULL,
    task VARCHAR(500) NOT NULL,
    side VARCHAR(10) NOT NULL,
    PRIMARY KEY (workspace_id, case_id, trace_id)
);
