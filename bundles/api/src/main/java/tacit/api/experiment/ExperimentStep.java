package tacit.api.experiment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of an experiment's state, or an approval, which leaves the state as it is; never altered afterwards. Immutable.
 *
 * @param version the version that it made
 * @param from the state before; null for the proposal itself
 * @param to the state after
 * @param by who did it
 * @param reason why, in words
 * @param at when
 */
public record ExperimentStep(
        long version, @Nullable ExperimentState from, ExperimentState to, String by, String reason, Instant at) {
    public ExperimentStep {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    /** Whether somebody approved of it here. */
    public boolean approval() {
        return from == to;
    }
}
