package tacit.learn.lineage;

import java.util.List;
import java.util.Optional;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Between families and the cases that were made from them. Thread-safe. */
final class CaseEdges {

    private final FailureClusters clusters;
    private final EvalCases evals;
    private final ReplayCases replays;

    CaseEdges(FailureClusters clusters, EvalCases evals, ReplayCases replays) {
        this.clusters = clusters;
        this.evals = evals;
        this.replays = replays;
    }

    List<Edge> all() {
        return List.of(
                new Edge(Kind.CLUSTER, Kind.EVAL_CASE, this::evalOfFamily),
                new Edge(Kind.CLUSTER, Kind.REPLAY_CASE, this::replaysOfFamily),
                new Edge(Kind.EVAL_CASE, Kind.CLUSTER, this::familyOfEval),
                new Edge(Kind.REPLAY_CASE, Kind.CLUSTER, this::familyOfReplay));
    }

    Optional<Node> evalCase(Scope scope, String id) {
        return evals.find(scope, id).map(Nodes::of);
    }

    Optional<Node> replayCase(Scope scope, String id) {
        return replays.find(scope, id).map(Nodes::of);
    }

    private Part evalOfFamily(Scope scope, Node cluster, PageRequest page) {
        return Pages.only(
                evals.ofCluster(scope, cluster.id()).map(Nodes::of),
                "Family '" + cluster.id() + "' has no eval case, it is " + cluster.state(),
                page);
    }

    private Part replaysOfFamily(Scope scope, Node cluster, PageRequest page) {
        return Part.of(
                Pages.mapped(replays.ofSource(scope, cluster.id(), page), Nodes::of),
                "No replay case was made from family '" + cluster.id() + "'");
    }

    private Part familyOfEval(Scope scope, Node node, PageRequest page) {
        Optional<Node> family = evals.find(scope, node.id())
                .map(EvalCase::clusterId)
                .flatMap(id -> clusters.find(scope, id))
                .map(Nodes::of);
        return Pages.only(family, "The family of case '" + node.id() + "' is not here", page);
    }

    private Part familyOfReplay(Scope scope, Node node, PageRequest page) {
        Optional<ReplayCase> known = replays.find(scope, node.id());
        Optional<Node> family = known.filter(one -> one.origin() == Origin.CLUSTER)
                .flatMap(one -> clusters.find(scope, one.source()))
                .map(Nodes::of);
        return Pages.only(
                family, known.map(CaseEdges::why).orElse("Case '" + node.id() + "' is not here any more"), page);
    }

    private static String why(ReplayCase known) {
        String source = "'" + known.source() + "'";
        String what =
                switch (known.origin()) {
                    case OPERATOR -> "the decision " + source + ", which names no trace";
                    case SUGGESTION -> "the suggestion " + source + ", which names no family";
                    case CORRECTION -> "the correction " + source + ", which names no family";
                    case CLUSTER -> "family " + source + ", which is not here";
                };
        return "Case '" + known.id() + "' was made from " + what;
    }
}
