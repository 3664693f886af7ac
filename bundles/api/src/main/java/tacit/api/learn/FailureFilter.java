package tacit.api.learn;

import org.jspecify.annotations.Nullable;

/**
 * Which failures are wanted; null parts do not restrict. Immutable.
 *
 * @param traceId the exact trace
 * @param category the exact kind
 * @param failureClass whose failure
 * @param clusterId members of this cluster
 */
public record FailureFilter(
        @Nullable String traceId,
        @Nullable String category,
        @Nullable FailureClass failureClass,
        @Nullable String clusterId) {

    /** Every failure. */
    public static final FailureFilter ALL = new FailureFilter(null, null, null, null);
}
