package tacit.api.trace;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many runs are alike in what is named here. Immutable.
 *
 * @param harnessGeneration the state of the harness that they ran under; null when Tacit's harness took no part
 * @param outcome the label that counts
 * @param status where they stand
 * @param traces how many they are, at least 1
 * @param firstDay the begin of the UTC day on which the first of them started; null when none has a recorded start
 */
public record TraceTally(
        @Nullable String harnessGeneration,
        OutcomeLabel outcome,
        TraceStatus status,
        long traces,
        @Nullable Instant firstDay) {

    public TraceTally {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(status, "status");
        if (traces < 1) {
            throw new IllegalArgumentException("traces must be at least 1, got " + traces);
        }
    }
}
