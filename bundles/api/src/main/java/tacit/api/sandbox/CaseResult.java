package tacit.api.sandbox;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one case. Immutable.
 *
 * @param caseId the case
 * @param status how it ended
 * @param output the answer as JSON; null unless it was answered
 * @param reason why there is no answer, in words; null when there is one
 * @param took inside the child process; zero when it was not asked
 */
public record CaseResult(
        String caseId,
        Status status,
        @Nullable String output,
        @Nullable String reason,
        Duration took) {

    /** How a case ended. */
    public enum Status {
        /** With an answer. */
        ANSWERED,
        /** The candidate threw, or answered more than may be answered. */
        THREW,
        /** It did not answer before the deadline. */
        TIMED_OUT,
        /** The process ended while it was asked. */
        DIED,
        /** It asked for something that the situation does not hold: nothing is known about this case. */
        UNANSWERABLE,
        /** It could not be asked, because the candidate did not start or the run was over. */
        NOT_ASKED
    }

    public CaseResult {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(took, "took");
    }
}
