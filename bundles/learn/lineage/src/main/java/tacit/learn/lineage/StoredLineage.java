package tacit.learn.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.Skills;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Lineage;
import tacit.api.generation.Generations;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.ReplayCases;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;

/** Reads lineage from what each store says of its own things. Keeps nothing. Thread-safe. */
@Component
public final class StoredLineage implements Lineage {

    /** What one user may see; the rest is made of what everybody in the workspace did. */
    private static final List<Kind> OF_USERS = List.of(Kind.TRACE, Kind.MEMORY, Kind.SKILL, Kind.FAILURE, Kind.CLUSTER);

    private static final String HIDDEN = "What follows is of the whole workspace and is not shown to one user";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Skills skills;

    private final EvidenceEdges evidence;
    private final MemoryEdges memory;
    private final CaseEdges cases;
    private final ExperimentEdges experiments;
    private final HarnessEdges harness;
    private final List<Edge> edges;

    @Activate
    public StoredLineage(
            @Reference TraceStore traces,
            @Reference FailureClusters clusters,
            @Reference EvalCases evals,
            @Reference ReplayCases replays,
            @Reference Experiments experiments,
            @Reference Generations generations,
            @Reference MemoryStore memories) {
        this.evidence = new EvidenceEdges(traces, clusters);
        this.memory = new MemoryEdges(evidence, memories, () -> skills);
        this.cases = new CaseEdges(clusters, evals, replays);
        this.experiments = new ExperimentEdges(evidence, cases, evals, replays, experiments);
        this.harness = new HarnessEdges(experiments, generations);
        this.edges = Stream.of(evidence.all(), memory.all(), cases.all(), this.experiments.all(), harness.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<View> of(Scope scope, Question question) {
        return start(scope, question).map(start -> view(scope, question, start));
    }

    private View view(Scope scope, Question question, Node start) {
        List<Edge> seen = edges.stream()
                .filter(edge -> sees(scope, edge.from()) && sees(scope, edge.to()))
                .toList();
        List<Level> levels = new ArrayList<>(new Walk(scope, question, seen, true).from(start, before(start.kind())));
        Collections.reverse(levels);
        levels.addAll(new Walk(scope, question, seen, false).from(start, after(start.kind())));
        if (scope.user().isPresent()) {
            levels.add(new Level(Kind.EVAL_CASE, false, List.of(), 0, 0, List.of(HIDDEN)));
        }
        return new View(start, levels);
    }

    private Optional<Node> start(Scope scope, Question question) {
        Kind wanted = question.kind();
        return Stream.of(
                        Kind.GUARD_RULE,
                        Kind.EXPERIMENT,
                        Kind.REPLAY_CASE,
                        Kind.EVAL_CASE,
                        Kind.CLUSTER,
                        Kind.FAILURE,
                        Kind.TRACE,
                        Kind.MEMORY,
                        Kind.SKILL,
                        Kind.GENERATION)
                .filter(kind -> wanted == null || kind == (wanted == Kind.VERDICT ? Kind.EXPERIMENT : wanted))
                .filter(kind -> sees(scope, kind))
                .flatMap(kind -> find(scope, kind, question.id()).stream())
                .findFirst();
    }

    private Optional<Node> find(Scope scope, Kind kind, String id) {
        return switch (kind) {
            case TRACE -> evidence.trace(scope, id);
            case MEMORY -> memory.memory(scope, id);
            case SKILL -> memory.skill(scope, id);
            case FAILURE -> evidence.failure(scope, id);
            case CLUSTER -> evidence.cluster(scope, id);
            case EVAL_CASE -> cases.evalCase(scope, id);
            case REPLAY_CASE -> cases.replayCase(scope, id);
            case EXPERIMENT, VERDICT -> experiments.experiment(scope, id);
            case GENERATION -> harness.generation(id);
            case GUARD_RULE -> harness.rule(id);
        };
    }

    private static boolean sees(Scope scope, Kind kind) {
        return scope.user().isEmpty() || OF_USERS.contains(kind);
    }

    private static List<Kind> before(Kind kind) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.compareTo(kind) < 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<Kind> after(Kind kind) {
        return Arrays.stream(Kind.values())
                .filter(one -> one.compareTo(kind) > 0)
                .toList();
    }
}
