package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Families of failures in the profile's workspace; one that was mitigated or dismissed asks for nothing. */
final class Clusters implements Source {

    private static final int MOST = 50;

    private final FailureClusters clusters;

    Clusters(FailureClusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public String name() {
        return "failure clusters";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        return clusters
                .list(Scope.ofWorkspace(profile.workspaceId()), ClusterFilter.ALL, PageRequest.first(MOST))
                .rows()
                .stream()
                .filter(cluster ->
                        cluster.lastSeen() != null && !cluster.lastSeen().isBefore(since))
                .map(cluster -> Keys.workspace(profile, saw(cluster)))
                .toList();
    }

    private static Keys.Saw saw(FailureCluster cluster) {
        boolean over = cluster.state() == ClusterState.MITIGATED || cluster.state() == ClusterState.DISMISSED;
        boolean surroundings = cluster.failureClass() == FailureClass.ENVIRONMENT;
        return Keys.Saw.made(
                ReflectionEvidence.Type.FAILURE_CLUSTER,
                !over,
                cluster.title() + (surroundings ? " (an outage of the surroundings)" : "") + ": " + cluster.count()
                        + " failures in " + cluster.traces() + " runs, "
                        + cluster.state().name().toLowerCase(Locale.ROOT),
                "cluster:" + cluster.id(),
                "cluster:" + cluster.id(),
                Objects.requireNonNull(cluster.lastSeen()),
                "cluster",
                cluster.id(),
                cluster.state(),
                cluster.traces());
    }
}
