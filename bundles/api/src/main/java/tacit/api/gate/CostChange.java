package tacit.api.gate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one cost of a run changed, over the cases where both arms recorded it. Immutable.
 *
 * @param measure what was measured
 * @param cases the cases with a record under both arms, at least 1
 * @param before the 95th percentile under the baseline
 * @param after the same under the candidate
 * @param pValue the chance of such a rise over the budget by chance; null when cost was not judged
 */
public record CostChange(
        Measure measure,
        int cases,
        double before,
        double after,
        @Nullable Double pValue) {

    /** What a run costs. */
    public enum Measure {
        /** In milliseconds. */
        LATENCY,
        TOKENS
    }

    public CostChange {
        Objects.requireNonNull(measure, "measure");
    }

    /** The rise as a share of the cost before, negative when it fell; 0 when nothing was spent before or after. */
    public double rise() {
        if (before == 0) {
            return after == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return after / before - 1;
    }
}
