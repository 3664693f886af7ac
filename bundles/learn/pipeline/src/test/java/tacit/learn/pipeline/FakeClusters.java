package tacit.learn.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Impact;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Puts all failures into one family. */
class FakeClusters implements FailureClusters {

    final List<String> assigned = new ArrayList<>();
    final List<FailureRecord> records = new ArrayList<>();
    final List<FailureCluster> families = new ArrayList<>();

    @Override
    public List<FailureCluster> assign(Scope scope, List<String> traceIds, List<FailureRecord> failures) {
        assigned.addAll(traceIds);
        records.addAll(failures);
        return failures.stream().limit(1).map(FakeClusters::family).toList();
    }

    private static FailureCluster family(FailureRecord record) {
        return new FailureCluster(
                "k1",
                "family",
                record.finding().category(),
                record.finding().failureClass(),
                record.signature(),
                ClusterState.STABLE,
                1,
                1,
                new Impact(0, Duration.ZERO),
                null,
                null,
                List.of(),
                1);
    }

    @Override
    public Optional<FailureCluster> find(Scope scope, String clusterId) {
        return Optional.empty();
    }

    @Override
    public Page<FailureCluster> list(Scope scope, ClusterFilter filter, PageRequest page) {
        return new Page<>(families, 0, families.size());
    }

    @Override
    public Page<ClusterMember> members(Scope scope, String clusterId, PageRequest page) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public Page<FailureRecord> failures(Scope scope, FailureFilter filter, PageRequest page) {
        return new Page<>(List.of(), 0, 0);
    }

    @Override
    public FailureCluster split(Scope scope, String clusterId, List<String> recordIds, String by) {
        throw new IllegalArgumentException("recordIds must be members");
    }

    @Override
    public FailureCluster merge(Scope scope, String clusterId, String otherId, String by) {
        throw new IllegalArgumentException("clusterId must exist");
    }

    @Override
    public FailureCluster move(Scope scope, String clusterId, ClusterState state, long expectedVersion, String by) {
        throw new IllegalStateException("Cannot move cluster '" + clusterId + "'");
    }
}
