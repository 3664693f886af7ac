package tacit.api.reflect;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a profile thinks about again and again. Immutable.
 *
 * @param profileId whose target it is; two profiles never share one
 * @param key such as {@code workspace:ID}, {@code agent_role:NAME}, {@code code_workspace:github:OWNER/NAME},
 *     {@code pull_request:NUMBER} or {@code global:brain}
 * @param kind what it is
 * @param workspaceId where; null for the profile as a whole
 * @param label for people
 * @param health how it is
 * @param state what happens with it
 * @param persistence whether it outlives the host's next start
 * @param missedRun what happens to a time that was missed
 * @param jitter by how much its times differ from others' of the same cadence
 * @param backlog how many points are open
 * @param fingerprint of the evidence that was seen last; empty before
 * @param times when what happened to it
 * @param last what came of it last
 */
public record ReflectionTarget(
        String profileId,
        String key,
        Kind kind,
        @Nullable String workspaceId,
        String label,
        Health health,
        State state,
        Persistence persistence,
        MissedRun missedRun,
        Duration jitter,
        int backlog,
        String fingerprint,
        Times times,
        Last last) {

    /** What a target is. */
    public enum Kind {
        GLOBAL,
        WORKSPACE,
        AGENT_ROLE,
        CODE_WORKSPACE,
        PULL_REQUEST
    }

    /** How it is. */
    public enum Health {
        HEALTHY,
        WATCH,
        BLOCKED
    }

    /** What happens with it. */
    public enum State {
        IDLE,
        ACTIVE,
        STALE
    }

    /** Whether it outlives the host's next start. */
    public enum Persistence {
        SESSION_ONLY,
        DURABLE
    }

    /** What happens to a time that was missed. */
    public enum MissedRun {
        SKIP,
        CATCH_UP,
        RECONSIDER
    }

    /**
     * When what happened. Immutable; null is never.
     *
     * @param nextEligibleAt from when on it is thought about again; null for now
     * @param expiresAt from when on it is left alone unless something new is seen
     */
    public record Times(
            @Nullable Instant nextEligibleAt,
            @Nullable Instant lastObservedAt,
            @Nullable Instant lastActionAt,
            @Nullable Instant lastRunAt,
            @Nullable Instant lastEvidenceAt,
            @Nullable Instant expiresAt) {

        /** Before anything happened. */
        public static final Times NEVER = new Times(null, null, null, null, null, null);
    }

    /**
     * What came of it last. Immutable; null is nothing yet.
     *
     * @param outcome of the last run that meant something, such as {@code suggest}
     * @param winner its title
     * @param dispatchKind what was started
     * @param dispatchStatus how that stands
     */
    public record Last(
            @Nullable String outcome,
            @Nullable String winner,
            @Nullable String dispatchKind,
            @Nullable String dispatchStatus) {

        /** Before the first run. */
        public static final Last NOTHING = new Last(null, null, null, null);
    }

    public ReflectionTarget {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(persistence, "persistence");
        Objects.requireNonNull(missedRun, "missedRun");
        Objects.requireNonNull(jitter, "jitter");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(last, "last");
    }
}
