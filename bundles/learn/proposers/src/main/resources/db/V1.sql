CREATE TABLE proposer_rounds (
    workspace_id VARCHAR(200) NOT NULL,
    proposer VARCHAR(200) NOT NULL,
    round_at BIGINT NOT NULL,
    entered BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    cases_asked BIGINT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (workspace_id, proposer, round_at),
    CHECK (entered >= 0 AND refused >= 0 AND cases_asked >= 0)
);

CREATE TABLE proposer_fates (
    workspace_id VARCHAR(200) NOT NULL,
    proposer VARCHAR(200) NOT NULL,
    round_at BIGINT NOT NULL,
    place_in_round BIGINT NOT NULL,
    title TEXT NOT NULL,
    experiment_id VARCHAR(100),
    refusal TEXT,
    PRIMARY KEY (workspace_id, proposer, round_at, place_in_round),
    CHECK (experiment_id IS NULL OR refusal IS NULL),
    CHECK (experiment_id IS NOT NULL OR refusal IS NOT NULL)
);

CREATE TABLE experiment_days (
    day_number BIGINT PRIMARY KEY,
    experiments BIGINT NOT NULL,
    cases BIGINT NOT NULL,
    CHECK (experiments >= 0 AND cases >= 0)
);

CREATE TABLE experiment_attempts (
    experiment_id VARCHAR(100) PRIMARY KEY,
    attempts BIGINT NOT NULL,
    problem TEXT NOT NULL,
    tried_at BIGINT NOT NULL,
    CHECK (attempts >= 1)
);

CREATE TABLE search_tries (
    workspace_id VARCHAR(200) NOT NULL,
    situation VARCHAR(64) NOT NULL,
    place VARCHAR(500) NOT NULL,
    tried_value VARCHAR(500) NOT NULL,
    mended BIGINT NOT NULL,
    broken BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    tried_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, situation, place, tried_value)
);
