package tacit.api.learn;

import org.jspecify.annotations.Nullable;

/**
 * Which clusters are wanted; null parts do not restrict. Immutable.
 *
 * @param state where they stand
 * @param category the exact kind
 * @param failureClass whose failure
 */
public record ClusterFilter(
        @Nullable ClusterState state,
        @Nullable String category,
        @Nullable FailureClass failureClass) {

    /** Every cluster. */
    public static final ClusterFilter ALL = new ClusterFilter(null, null, null);
}
