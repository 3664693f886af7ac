CREATE TABLE signals (
    id TEXT PRIMARY KEY,
    profile_id TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    everywhere BOOLEAN NOT NULL,
    family TEXT NOT NULL,
    source TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    urgency TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    strength DOUBLE PRECISION NOT NULL,
    expires_at BIGINT NOT NULL,
    evidence TEXT NOT NULL,
    merged_count BIGINT NOT NULL,
    first_seen_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    reason TEXT,
    payload TEXT NOT NULL,
    origin TEXT,
    state TEXT NOT NULL,
    live INTEGER NOT NULL,
    settles_at BIGINT NOT NULL,
    waiting_profile TEXT,
    waiting_key TEXT,
    deferred INTEGER NOT NULL,
    deferred_at BIGINT,
    deferred_reason TEXT,
    ended_by TEXT,
    ended_reason TEXT,
    CONSTRAINT signals_state CHECK (
        (state IN ('OPEN', 'DEFERRED') AND live = 1 AND waiting_profile IS NOT NULL AND waiting_key IS NOT NULL)
        OR (state IN ('CONSUMED', 'EXPIRED', 'DISMISSED') AND live = 0 AND waiting_profile IS NULL AND waiting_key IS NULL)),
    CONSTRAINT signals_deferral CHECK (state <> 'DEFERRED' OR (deferred > 0 AND deferred_at IS NOT NULL)),
    CONSTRAINT signals_confidence CHECK (confidence >= 0 AND confidence <= 1 AND strength >= 0 AND strength <= 1),
    CONSTRAINT signals_counts CHECK (merged_count >= 1 AND deferred >= 0 AND last_seen_at >= first_seen_at)
);

CREATE UNIQUE INDEX signals_by_key ON signals (waiting_key);

CREATE INDEX signals_waiting ON signals (waiting_profile, last_seen_at, id);

CREATE INDEX signals_by_end ON signals (live, settles_at);

CREATE INDEX signals_by_profile ON signals (profile_id, id);

CREATE TABLE signal_interests (
    profile_id TEXT PRIMARY KEY,
    families TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
