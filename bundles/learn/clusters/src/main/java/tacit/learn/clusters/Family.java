package tacit.learn.clusters;

import java.time.Instant;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;

/**
 * A family with what decides about its next state. Immutable.
 *
 * @param cluster as callers see it
 * @param recurring whether it was seen in two traces, or is critical
 * @param stateSince when it came to its state
 */
record Family(FailureCluster cluster, boolean recurring, Instant stateSince) {

    /** The state that it is due to take by itself; its own state when nothing is due. */
    ClusterState due(boolean returned) {
        if (cluster.state() == ClusterState.OPEN && recurring) {
            return ClusterState.STABLE;
        }
        return cluster.state() == ClusterState.MITIGATED && returned ? ClusterState.REOPENED : cluster.state();
    }
}
