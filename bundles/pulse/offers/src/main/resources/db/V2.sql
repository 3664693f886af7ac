CREATE INDEX suggestions_by_profile ON suggestions (profile_id, created_at);
