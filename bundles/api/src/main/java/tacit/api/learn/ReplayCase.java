package tacit.api.learn;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Situation;

/**
 * A question that can be asked again, and what must hold of the answer. Immutable.
 *
 * @param id stable; the same situation with the same checks is the same case
 * @param title what is asked for, in words
 * @param situation the recorded question, with what others answered inside it
 * @param checks what must hold, at least one
 * @param origin what it was made from
 * @param source the id of the decision, suggestion, correction or family that it was made from
 * @param owner who answers for it
 * @param older whether proposals may look at it; the gate judges on the others
 * @param protectedCase whether one broken answer to it refuses a candidate
 * @param state whether it counts
 * @param providerSha256 the jar whose answer was recorded
 * @param generation the generation in force then
 * @param createdAt when it was made
 * @param expiresAt from when on it no longer counts; null when it stays
 */
public record ReplayCase(
        String id,
        String title,
        Situation situation,
        List<AnswerCheck> checks,
        Origin origin,
        String source,
        String owner,
        boolean older,
        boolean protectedCase,
        State state,
        String providerSha256,
        long generation,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    /** What a case was made from. */
    public enum Origin {
        /** An operator pointed at a recorded decision. */
        OPERATOR,
        /** A family of failures. */
        CLUSTER,
        /** A suggestion that somebody took. */
        SUGGESTION,
        /** What somebody corrected. */
        CORRECTION
    }

    /** Whether a case counts. */
    public enum State {
        ACTIVE,
        /** The same harness answered it in two ways, so it says nothing until somebody looked at it. */
        QUARANTINED,
        /** Out of use for good. */
        RETIRED
    }

    public ReplayCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(situation, "situation");
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("checks must not be empty");
        }
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(providerSha256, "providerSha256");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Whether it is asked at this time. */
    public boolean counts(Instant now) {
        return state == State.ACTIVE && (expiresAt == null || expiresAt.isAfter(now));
    }
}
