package tacit.learn.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.generation.Artifacts;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.api.sandbox.Sandbox;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.ComponentFacts;
import tacit.api.trust.Examination;
import tacit.evidence.redaction.PatternRedactor;
import tacit.learn.experiments.live.LiveRuns;
import tacit.learn.gate.BettingTest;
import tacit.learn.gate.StatisticalGate;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** Experiments over a real database and the real gate; the harness and the sandbox answer as a test says. */
final class Rig implements Sandbox, Artifacts, BundleTrust {

    static final Scope SCOPE = Scope.ofWorkspace("w1");

    final Database database;
    final Path folder;
    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final ListGenerations generations = new ListGenerations();
    final ListCases cases = new ListCases();

    /** What each jar answers to each case; {@code "good"} where nothing is said. */
    final Map<String, String> answers = new HashMap<>();

    final Map<String, Object> settings = new HashMap<>();

    /** Of what follows live runs. */
    final Map<String, Object> live = new HashMap<>();

    /** Who evaluates besides the replay. */
    final List<Evaluator> besides = new ArrayList<>();

    final ListTrials trials = new ListTrials();
    CanaryArms arms = new CanaryArms(() -> trials);

    final ListLearnings learnings = new ListLearnings();
    final AgentRuns runs;

    @Nullable
    String startFailure;

    @Nullable
    SandboxRun lastRun;

    Rig(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
        runs = new AgentRuns(database, audit, clock);
        generations.clock = clock;
        generations.ending = trials::end;
    }

    /** As a host does that has just started. */
    StoredExperiments start() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("data_directory", folder.toString());
        Evaluator replay = new ReplayEvaluator(
                this, generations, cases, clock, Configurations.of(ReplayEvaluator.Config.class, Map.of()));
        List<Evaluator> evaluators = new ArrayList<>(List.of(replay));
        evaluators.addAll(besides);

        trials.end();
        arms = new CanaryArms(() -> trials);
        LiveRuns following = new LiveRuns(
                database,
                runs.traces,
                runs.clusters,
                new BettingTest(),
                clock,
                Configurations.of(LiveRuns.Config.class, live));
        return new StoredExperiments(
                database,
                generations,
                this,
                this,
                cases,
                new StatisticalGate(),
                evaluators,
                audit,
                new PatternRedactor(),
                following,
                new Aftermath(runs.clusters, learnings, audit),
                arms,
                clock,
                Configurations.of(StoredExperiments.Config.class, all));
    }

    static Proposal bundle(String proposer) {
        return of(HarnessChange.ofBundle("style", ListGenerations.NEW), proposer);
    }

    static Proposal ceiling(String value) {
        return of(HarnessChange.ofSettings("tacit.style", Map.of("ceiling", value)), "ada");
    }

    static Proposal of(HarnessChange change, String proposer) {
        return new Proposal(
                change.bundles().isEmpty() ? Proposal.ChangeKind.CONFIGURATION : Proposal.ChangeKind.BUNDLE,
                change,
                "style",
                "Rank better",
                "It ranked badly",
                List.of("t1"),
                "c-1",
                proposer);
    }

    /** Against a family of failures, or none. */
    Proposal against(@Nullable String family) {
        return new Proposal(
                Proposal.ChangeKind.BUNDLE,
                HarnessChange.ofBundle("style", ListGenerations.NEW),
                "style",
                "Rank better",
                "It ranked badly",
                List.of("t1"),
                family,
                "ada");
    }

    /** The jar in force fails the cases, the candidate passes them. */
    void improves(int count) {
        cases.with(count);
        cases.cases.forEach(one -> answers.put(ListGenerations.OLD + one.id(), "\"bad\""));
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.PROCESS;
    }

    @Override
    public List<String> walls() {
        return List.of("own process");
    }

    @Override
    public SandboxReport run(SandboxRun run) {
        lastRun = run;
        List<CaseResult> results =
                run.cases().stream().map(one -> result(run, one)).toList();
        String failure = run.sha256().equals(ListGenerations.NEW) ? startFailure : null;
        return new SandboxReport(level(), walls(), failure, results, java.time.Duration.ofMillis(1), 1);
    }

    private CaseResult result(SandboxRun run, SandboxCase one) {
        java.time.Duration took = java.time.Duration.ofMillis(1);
        if (startFailure != null && run.sha256().equals(ListGenerations.NEW)) {
            return new CaseResult(one.id(), Status.NOT_ASKED, null, startFailure, took);
        }
        String answer = answers.getOrDefault(run.sha256() + one.id(), "\"good\"");
        if (answer.equals("?")) {
            return new CaseResult(one.id(), Status.UNANSWERABLE, null, "the record holds no call", took);
        }
        return new CaseResult(one.id(), Status.ANSWERED, answer, null, took);
    }

    @Override
    public String put(byte[] jar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] read(String sha256) {
        return new byte[] {1, 2, 3};
    }

    @Override
    public boolean contains(String sha256) {
        return Set.of(ListGenerations.OLD, ListGenerations.NEW).contains(sha256);
    }

    @Override
    public void putStatement(String sha256, String statement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> statement(String sha256) {
        return Optional.empty();
    }

    @Override
    public Set<String> keepOnly(Set<String> needed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Examination examine(byte[] jar, @Nullable String statement, Moment moment) {
        SortedMap<String, String> roles = new TreeMap<>(Map.of("style", "tacit.api.Style"));
        ComponentFacts component = new ComponentFacts("style", "style", List.of(), List.of(), List.of("tacit.style"));
        ComponentFacts models =
                new ComponentFacts("models", "model-choice", List.of(), List.of(), List.of(ListGenerations.MODELS));
        BundleFacts facts = new BundleFacts(
                "tacit.adapt.style", "1.0.0", roles, List.of(component, models), new TreeMap<>(), new TreeMap<>());
        return new Examination(ListGenerations.OLD, facts, List.of(), null);
    }

    @Override
    public String policy() {
        return "hash";
    }
}
