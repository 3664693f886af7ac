package tacit.api.learn;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a case went once. Immutable.
 *
 * @param caseId the case
 * @param experimentId the experiment that asked it; null outside of one
 * @param arm which harness was asked
 * @param outcome how it ended
 * @param reason which check failed and what stood there, or why there was no answer; null when it passed
 * @param took inside the process that answered
 * @param at when
 * @param tokens that models took and gave on the way; null when nobody recorded any, never negative
 */
public record ReplayRun(
        String caseId,
        @Nullable String experimentId,
        Arm arm,
        Outcome outcome,
        @Nullable String reason,
        Duration took,
        Instant at,
        @Nullable Long tokens) {

    /** Which harness was asked. */
    public enum Arm {
        BASELINE,
        CANDIDATE
    }

    /** How it ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It asked for something that the record does not hold: nothing is known, so it is counted as neither. */
        UNANSWERABLE
    }

    public ReplayRun {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(at, "at");
        if (tokens != null && tokens < 0) {
            throw new IllegalArgumentException("tokens must not be negative, got " + tokens);
        }
    }

    /** One of which nobody recorded tokens. */
    public ReplayRun(
            String caseId,
            @Nullable String experimentId,
            Arm arm,
            Outcome outcome,
            @Nullable String reason,
            Duration took,
            Instant at) {
        this(caseId, experimentId, arm, outcome, reason, took, at, null);
    }
}
