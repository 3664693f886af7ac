-- How many announced traces are alike, by the UTC day of their start (-1 for none), so that nobody reads traces to count them: those of
-- everybody (user_id = ''), and again those of each user.
CREATE TABLE trace_tallies (
    workspace_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    start_day BIGINT NOT NULL,
    harness_generation TEXT NOT NULL,
    outcome_label TEXT NOT NULL,
    status TEXT NOT NULL,
    traces BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, user_id, start_day, outcome_label, status, harness_generation)
);
INSERT INTO trace_tallies (workspace_id, user_id, start_day, harness_generation, outcome_label, status, traces)
    SELECT workspace_id, '', COALESCE(started_at / 86400000000, -1), COALESCE(harness_generation, ''),
        outcome_label, status, COUNT(*)
    FROM traces
    WHERE announced = TRUE AND NOT EXISTS (SELECT traces FROM trace_tallies WHERE user_id = '')
    GROUP BY workspace_id, COALESCE(started_at / 86400000000, -1), COALESCE(harness_generation, ''), outcome_label, status;
INSERT INTO trace_tallies (workspace_id, user_id, start_day, harness_generation, outcome_label, status, traces)
    SELECT workspace_id, user_id, COALESCE(started_at / 86400000000, -1), COALESCE(harness_generation, ''),
        outcome_label, status, COUNT(*)
    FROM traces
    WHERE announced = TRUE AND user_id IS NOT NULL AND NOT EXISTS (SELECT traces FROM trace_tallies WHERE user_id <> '')
    GROUP BY workspace_id, user_id, COALESCE(started_at / 86400000000, -1), COALESCE(harness_generation, ''),
        outcome_label, status;
