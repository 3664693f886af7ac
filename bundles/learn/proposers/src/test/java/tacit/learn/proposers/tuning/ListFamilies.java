package tacit.learn.proposers.tuning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Impact;
import tacit.api.learn.Signature;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Families in memory, the greatest first. */
final class ListFamilies implements FailureClusters {

    private final List<FailureCluster> all = new ArrayList<>();

    void add(String id, String category) {
        all.add(new FailureCluster(
                id,
                id,
                category,
                FailureClass.AGENT,
                new Signature("pulse", null, category, "", "whole"),
                ClusterState.OPEN,
                1,
                1,
                new Impact(0, Duration.ZERO),
                null,
                null,
                List.of(),
                1));
    }

    @Override
    public Page<FailureCluster> list(Scope scope, ClusterFilter filter, PageRequest page) {
        return new Page<>(all, 0, all.size());
    }

    @Override
    public List<FailureCluster> assign(Scope scope, List<String> traceIds, List<FailureRecord> records) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FailureCluster> find(Scope scope, String clusterId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ClusterMember> members(Scope scope, String clusterId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<FailureRecord> failures(Scope scope, FailureFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FailureCluster split(Scope scope, String clusterId, List<String> recordIds, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FailureCluster merge(Scope scope, String clusterId, String otherId, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FailureCluster move(Scope scope, String clusterId, ClusterState state, long expectedVersion, String by) {
        throw new UnsupportedOperationException();
    }
}
