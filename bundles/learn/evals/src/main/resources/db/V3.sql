-- Which cases an experiment asked.
CREATE INDEX replay_runs_by_experiment ON replay_runs (workspace_id, experiment_id);
