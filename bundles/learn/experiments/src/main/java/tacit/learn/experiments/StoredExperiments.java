package tacit.learn.experiments;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.event.Events;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.gate.Gate;
import tacit.api.generation.Artifacts;
import tacit.api.generation.GenerationListener;
import tacit.api.generation.Generations;
import tacit.api.ingest.Redactor;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trust.BundleTrust;
import tacit.learn.experiments.live.LiveRuns;

/** Keeps experiments in the database and the harness in step with them. Thread-safe. */
@Component(service = {Experiments.class, GenerationListener.class, StoredExperiments.class})
@Designate(ocd = StoredExperiments.Config.class)
public final class StoredExperiments implements Experiments, GenerationListener {

    static final String OWNER = "tacit.learn.experiments";

    private final Database database;
    private final Taking taking;
    private final Running running;
    private final Promotion promotion;
    private final Settling settling;
    private final Canary canary;
    private final Following following;

    /** Hears of each move, where somebody listens. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    /** How strictly is judged, and what may be promoted. */
    @ObjectClassDefinition(name = "Tacit experiments")
    public @interface Config {

        @AttributeDefinition(description = "The data directory, for the folder experiments")
        String data_directory();

        @AttributeDefinition(description = "The chance of a wrong PASS, in (0, 0.5]")
        double alpha() default 0.01;

        @AttributeDefinition(description = "By how much the 95th percentile of time may rise, as a share, in [0, 10]")
        double cost_budget() default 0.10;

        @AttributeDefinition(
                description = "Milliseconds: quicker answers count as this long, as the rest is noise, in [0, 60000]")
        int latency_floor() default 5;

        @AttributeDefinition(description = "Newer cases that a run asks at most, in [1, 10000]")
        int most_cases() default 1_000;

        @AttributeDefinition(
                description = "Days until a change that failed or was refused may be proposed again, in [0, 3650]")
        int rest_days() default 14;

        @AttributeDefinition(
                description = "Whether changes of what is remembered may be promoted; they are only shown else")
        boolean memory_promotable() default false;

        @AttributeDefinition(
                description = "Whether a canary whose runs are better promotes by itself what somebody approved")
        boolean canary_promotes() default false;
    }

    @Activate
    public StoredExperiments(
            @Reference Database database,
            @Reference Generations generations,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference ReplayCases cases,
            @Reference Gate gate,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<Evaluator> evaluators,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference LiveRuns runs,
            @Reference Aftermath aftermath,
            @Reference CanaryArms arms,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        database.migrate(OWNER, StoredExperiments.class);
        ExperimentFolders folders =
                new ExperimentFolders(Path.of(config.data_directory()).resolve("experiments"), artifacts);
        Duration rest = Duration.ofDays(Checked.within("rest.days", config.rest_days(), 0, 3_650));
        Moves moves = new Moves(database, audit, clock, this::tell);
        Home home = new Home(database, generations);
        settling = new Settling(database, generations, home, runs, clock, this::tell);
        taking = new Taking(
                database, new Acceptance(generations, artifacts, trust, rest), audit, redactor, clock, home, folders);
        Trials.Limits limits = new Trials.Limits(
                Checked.within("alpha", config.alpha(), 1e-9, 0.5),
                Checked.within("cost.budget", config.cost_budget(), 0, 10),
                Duration.ofMillis(Checked.within("latency.floor", config.latency_floor(), 0, 60_000)),
                Checked.within("most.cases", config.most_cases(), 1, 10_000));
        running = new Running(moves, new Trials(cases, gate, clock, limits), evaluators, generations, home, folders);
        Set<ChangeKind> shown = config.memory_promotable() ? Set.of() : Set.of(ChangeKind.MEMORY_POLICY);
        promotion = new Promotion(moves, generations, home, settling, shown);
        canary = new Canary(runs, moves, promotion, aftermath, arms, config.canary_promotes());
        following = new Following(runs, home, new Watch(runs, promotion, aftermath), canary);
        settling.recover();
    }

    private void tell(Experiment moved) {
        Events news = events;
        if (news != null) {
            news.tell(
                    Scope.ofWorkspace(moved.workspaceId()),
                    "experiment.changed",
                    moved.id(),
                    Map.of(
                            "state", moved.state().name().toLowerCase(Locale.ROOT),
                            "version", Long.toString(moved.version())));
        }
    }

    @Override
    public Experiment propose(Scope scope, Proposal proposal) {
        Experiment made = taking.take(scope, proposal);
        tell(made);
        return made;
    }

    @Override
    public Optional<Experiment> find(Scope scope, String id) {
        if (scope.user().isPresent()) {
            return Optional.empty();
        }
        return database.read(session -> new ExperimentRows(session).find(scope.workspaceId(), id));
    }

    @Override
    public Page<Experiment> list(Scope scope, Set<ExperimentState> states, PageRequest page) {
        if (scope.user().isPresent()) {
            return new Page<>(List.of(), page.offset(), 0);
        }
        return database.read(session -> new ExperimentRows(session).list(scope.workspaceId(), states, page));
    }

    @Override
    public List<ExperimentStep> history(Scope scope, String id) {
        return find(scope, id)
                .map(known -> database.read(session -> new StepRows(session).of(known.id())))
                .orElse(List.of());
    }

    @Override
    public Experiment run(Scope scope, String id, String by) {
        return running.run(scope, id, by);
    }

    @Override
    public Experiment run(Scope scope, String id, String by, Evaluator evaluator) {
        return running.run(scope, id, by, evaluator);
    }

    @Override
    public Experiment canary(Scope scope, String id, double share, String by, String reason) {
        return canary.open(scope, id, share, by, reason);
    }

    @Override
    public Experiment approve(Scope scope, String id, String by, String reason) {
        return canary.approve(scope, id, by, reason);
    }

    @Override
    public Experiment promote(Scope scope, String id, String by, String reason) {
        Experiment promoted = promotion.promote(scope, id, by, reason);
        canary.tidy();
        return promoted;
    }

    @Override
    public Experiment reject(Scope scope, String id, String by, String reason) {
        Experiment rejected = promotion.reject(scope, id, by, reason);
        canary.tidy();
        return rejected;
    }

    @Override
    public Experiment rollBack(Scope scope, String id, String by, String reason) {
        return promotion.rollBack(scope, id, by, reason);
    }

    @Override
    public Experiment follow(Scope scope, String id) {
        Experiment experiment = found(scope, id);
        following.look(experiment.id());
        return found(scope, id);
    }

    private Experiment found(Scope scope, String id) {
        return find(scope, id).orElseThrow(() -> Moves.unknown(id));
    }

    /** Looks at the live runs of all experiments that are followed; what one of them fails of keeps no other from its look. */
    void follow() {
        following.look();
    }

    @Override
    public List<LiveComparison> comparisons(Scope scope, String id) {
        return find(scope, id).map(known -> following.of(known.id())).orElse(List.of());
    }

    @Override
    public Page<LiveComparison> effects(Scope scope, @Nullable String role, PageRequest page) {
        return scope.user().isPresent()
                ? new Page<>(List.of(), page.offset(), 0)
                : following.ended(scope.workspaceId(), role, page);
    }

    /** What was promoted or brought back by whatever means is noted. */
    @Override
    public void activated() {
        settling.settle();
    }
}
