package tacit.learn.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Between evidence, families, cases and experiments. Thread-safe. */
final class ExperimentEdges {

    /** Experiments that are looked through for those that name a thing. */
    static final int MOST = 1_000;

    private static final int AT_ONCE = 100;

    private final EvidenceEdges evidence;
    private final CaseEdges cases;
    private final EvalCases evals;
    private final ReplayCases replays;
    private final Experiments experiments;

    ExperimentEdges(
            EvidenceEdges evidence, CaseEdges cases, EvalCases evals, ReplayCases replays, Experiments experiments) {
        this.evidence = evidence;
        this.cases = cases;
        this.evals = evals;
        this.replays = replays;
        this.experiments = experiments;
    }

    List<Edge> all() {
        return List.of(
                new Edge(Kind.TRACE, Kind.EXPERIMENT, this::restingOn),
                new Edge(Kind.CLUSTER, Kind.EXPERIMENT, this::against),
                new Edge(Kind.EVAL_CASE, Kind.EXPERIMENT, this::againstFamilyOf),
                new Edge(Kind.REPLAY_CASE, Kind.EXPERIMENT, this::asking),
                new Edge(Kind.EXPERIMENT, Kind.TRACE, this::traces),
                new Edge(Kind.EXPERIMENT, Kind.CLUSTER, this::family),
                new Edge(Kind.EXPERIMENT, Kind.EVAL_CASE, this::evalCase),
                new Edge(Kind.EXPERIMENT, Kind.REPLAY_CASE, this::asked));
    }

    Optional<Node> experiment(Scope scope, String id) {
        return experiments.find(scope, id).map(Nodes::of);
    }

    private Part restingOn(Scope scope, Node trace, PageRequest page) {
        return named(scope, one -> one.proposal().evidence().contains(trace.id()), null, page);
    }

    private Part against(Scope scope, Node cluster, PageRequest page) {
        return named(
                scope,
                one -> cluster.id().equals(one.proposal().clusterId()),
                "No experiment is against family '" + cluster.id() + "'",
                page);
    }

    private Part againstFamilyOf(Scope scope, Node evalCase, PageRequest page) {
        Optional<String> cluster = evals.find(scope, evalCase.id()).map(EvalCase::clusterId);
        return named(
                scope,
                one -> cluster.isPresent()
                        && cluster.get().equals(one.proposal().clusterId()),
                null,
                page);
    }

    /** Looks through the newest ones; says where it stopped. */
    private Part named(Scope scope, Predicate<Experiment> wanted, @Nullable String none, PageRequest page) {
        List<Node> found = new ArrayList<>();
        Page<Experiment> some;
        int seen = 0;
        do {
            some = experiments.list(scope, Set.of(), new PageRequest(seen, AT_ONCE));
            some.rows().stream().filter(wanted).map(Nodes::of).forEach(found::add);
            seen += some.rows().size();
        } while (some.hasMore() && !some.rows().isEmpty() && seen < MOST);
        List<String> missing = new ArrayList<>();
        if (found.isEmpty() && none != null) {
            missing.add(none);
        }
        if (seen < some.total()) {
            missing.add("Only the newest " + seen + " of " + some.total() + " experiments were looked through");
        }
        return new Part(Pages.of(found, page).rows(), found.size(), missing);
    }

    private Part asking(Scope scope, Node replayCase, PageRequest page) {
        Page<String> ids = replays.experimentsOf(scope, replayCase.id(), page);
        return looked(
                ids,
                id -> experiment(scope, id),
                id -> "Experiment '" + id + "', which asked case '" + replayCase.id() + "', is not here",
                "No run of case '" + replayCase.id() + "' by an experiment is kept");
    }

    private Part asked(Scope scope, Node experiment, PageRequest page) {
        Page<String> ids = replays.askedBy(scope, experiment.id(), page);
        return looked(
                ids,
                id -> cases.replayCase(scope, id),
                id -> "Case '" + id + "', which experiment '" + experiment.id() + "' asked, is not here any more",
                "No run of a case by experiment '" + experiment.id() + "' is kept");
    }

    private Part traces(Scope scope, Node node, PageRequest page) {
        List<String> all = experiments
                .find(scope, node.id())
                .map(one -> one.proposal().evidence())
                .orElse(List.of());
        return looked(
                Pages.of(all, page),
                id -> evidence.trace(scope, id),
                id -> "Experiment '" + node.id() + "' rests on '" + id + "', which is no trace here",
                "The proposal of experiment '" + node.id() + "' names no trace");
    }

    private Part family(Scope scope, Node node, PageRequest page) {
        Optional<String> id =
                experiments.find(scope, node.id()).map(one -> one.proposal().clusterId());
        String why = id.map(one -> "Experiment '" + node.id() + "' is against family '" + one + "', which is not here")
                .orElse("Experiment '" + node.id() + "' names no family of failures");
        return Pages.only(id.flatMap(one -> evidence.cluster(scope, one)), why, page);
    }

    private Part evalCase(Scope scope, Node node, PageRequest page) {
        Optional<Node> found = experiments
                .find(scope, node.id())
                .map(one -> one.proposal().clusterId())
                .flatMap(id -> evals.ofCluster(scope, id))
                .map(Nodes::of);
        return Pages.only(found, null, page);
    }

    private static Part looked(
            Page<String> ids, Function<String, Optional<Node>> find, Function<String, String> lost, String none) {
        List<Node> nodes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids.rows()) {
            find.apply(id).ifPresentOrElse(nodes::add, () -> missing.add(lost.apply(id)));
        }
        if (ids.total() == 0) {
            missing.add(none);
        }
        return new Part(nodes, ids.total(), missing);
    }
}
