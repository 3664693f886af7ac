package tacit.learn.clusters;

import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;

/** Knows which moves between states are allowed. */
final class Transitions {

    private Transitions() {}

    /** Whether an operator, or what stands for one, may move a family there. */
    static boolean allowed(ClusterState from, ClusterState to, boolean recurring) {
        return switch (to) {
            case OPEN -> false;
            case STABLE -> from == ClusterState.OPEN && recurring;
            case MITIGATED -> from == ClusterState.STABLE || from == ClusterState.REOPENED;
            case REOPENED -> from == ClusterState.MITIGATED || from == ClusterState.DISMISSED;
            case DISMISSED -> from != ClusterState.DISMISSED;
        };
    }

    static void check(FailureCluster cluster, ClusterState to, long expectedVersion, boolean recurring) {
        if (cluster.version() != expectedVersion) {
            throw new IllegalStateException("Cannot move cluster '" + cluster.id() + "': it is at version "
                    + cluster.version() + ", not " + expectedVersion);
        }
        if (!allowed(cluster.state(), to, recurring)) {
            throw new IllegalStateException(
                    "Cannot move cluster '" + cluster.id() + "': " + cluster.state() + " to " + to + " is not allowed");
        }
    }
}
