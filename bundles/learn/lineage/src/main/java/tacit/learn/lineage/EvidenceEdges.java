package tacit.learn.lineage;

import java.util.List;
import java.util.Optional;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;

/** Between traces, failures and families. Thread-safe. */
final class EvidenceEdges {

    private final TraceStore traces;
    private final FailureClusters clusters;

    EvidenceEdges(TraceStore traces, FailureClusters clusters) {
        this.traces = traces;
        this.clusters = clusters;
    }

    List<Edge> all() {
        return List.of(
                new Edge(Kind.TRACE, Kind.FAILURE, this::failuresOfTrace),
                new Edge(Kind.FAILURE, Kind.CLUSTER, this::family),
                new Edge(Kind.FAILURE, Kind.TRACE, this::traceOfFailure),
                new Edge(Kind.CLUSTER, Kind.FAILURE, this::members));
    }

    Optional<Node> trace(Scope scope, String id) {
        return traces.find(scope, id).map(RecordedTrace::trace).map(Nodes::of);
    }

    Optional<Node> failure(Scope scope, String id) {
        return clusters.failure(scope, id).map(Nodes::of);
    }

    Optional<Node> cluster(Scope scope, String id) {
        return clusters.find(scope, id).map(Nodes::of);
    }

    private Part failuresOfTrace(Scope scope, Node trace, PageRequest page) {
        FailureFilter filter = new FailureFilter(trace.id(), null, null, null);
        return Part.of(
                Pages.mapped(clusters.failures(scope, filter, page), Nodes::of),
                "No failure was found in trace '" + trace.id() + "'");
    }

    private Part family(Scope scope, Node failure, PageRequest page) {
        return Pages.only(
                clusters.familyOf(scope, failure.id()).map(Nodes::of),
                "Failure '" + failure.id() + "' is in no family",
                page);
    }

    private Part traceOfFailure(Scope scope, Node failure, PageRequest page) {
        return Pages.only(
                clusters.failure(scope, failure.id()).flatMap(record -> trace(scope, record.traceId())),
                "The trace of failure '" + failure.id() + "' is not here",
                page);
    }

    private Part members(Scope scope, Node cluster, PageRequest page) {
        Page<ClusterMember> members = clusters.members(scope, cluster.id(), page);
        return Part.of(
                Pages.mapped(members, member -> Nodes.of(member.record())),
                "Family '" + cluster.id() + "' has no failure any more");
    }
}
