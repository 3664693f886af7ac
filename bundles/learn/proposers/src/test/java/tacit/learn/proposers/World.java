package tacit.learn.proposers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.experiment.NoteProposer;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.CaseResult.Status;
import tacit.api.sandbox.Sandbox;
import tacit.api.sandbox.SandboxCase;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.ComponentFacts;
import tacit.api.trust.Examination;
import tacit.evidence.redaction.PatternRedactor;
import tacit.learn.experiments.ReplayEvaluator;
import tacit.learn.experiments.StoredExperiments;
import tacit.learn.gate.BettingTest;
import tacit.learn.gate.StatisticalGate;
import tacit.memory.gate.SqlWriteGate;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/**
 * A harness of two roles with the real experiments, evaluator and gate over it. What is asked in the sandbox is answered in
 * this process, by what a test says.
 */
public final class World implements Sandbox, Artifacts, BundleTrust {

    /** Answers a case under settings. */
    @FunctionalInterface
    public interface Answerer {
        String answer(SortedMap<String, SortedMap<String, String>> settings, String caseId);
    }

    public static final Scope SCOPE = Scope.ofDefaultWorkspace();
    public static final String GUARD = "a".repeat(64);
    public static final String STYLE = "b".repeat(64);
    public static final String GUARD_PID = "tacit.pulse.guard.RuleGuard";
    public static final String STYLE_PID = "tacit.style";
    public static final String HEART = "c".repeat(64);
    public static final String HEART_PID = "tacit.heartbeat.OrderedRulesPolicy";

    public final Database database;
    public final MovingClock clock = new MovingClock();
    public final ListAuditLog audit = new ListAuditLog();
    public final ListGenerations generations = new ListGenerations();
    public final ListCases cases = new ListCases();
    public final Map<String, Answerer> answerers = new HashMap<>();
    public final List<SandboxRun> runs = new ArrayList<>();
    public final Map<String, Object> settings = new HashMap<>();
    public final List<MeasuredEffect> effects = new ArrayList<>();
    public final List<Proposer> proposers = new ArrayList<>();
    public final List<NoteProposer> noteProposers = new ArrayList<>();
    public final Map<String, Object> noteSettings = new HashMap<>();
    public final ListTraces traces = new ListTraces();
    public final FakeSwitches switches = new FakeSwitches();
    public byte[] jar = {1, 2, 3};
    public boolean broken;

    private final Path folder;
    private final Map<String, Examination> more = new HashMap<>();
    private final Map<String, byte[]> jars = new HashMap<>();

    public World(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Has a further role filled by a bundle {@code tacit.ROLE} with these settings, of which none is set. */
    public void fill(String role, String hash, String pid, Map<String, String> types) {
        more.put(hash, found(role, pid, hash, types));
        generations.fill(role, new Artifact("tacit." + role, "1.0.0", hash), pid, new TreeMap<>());
    }

    /** The same, with a jar that holds this. */
    public void fill(String role, String hash, String pid, Map<String, String> types, byte[] bytes) {
        fill(role, hash, pid, types);
        jars.put(hash, bytes);
    }

    /** As a host has them that has just started. */
    public Experiments experiments() {
        return new Wiring(
                        List.of(
                                database,
                                generations,
                                this,
                                cases,
                                new StatisticalGate(),
                                new BettingTest(),
                                evaluator(),
                                audit,
                                new PatternRedactor(),
                                clock),
                        Map.of("data_directory", folder.toString()))
                .make(StoredExperiments.class);
    }

    public Evaluator evaluator() {
        return new Wiring(List.of(this, generations, cases, clock), Map.of("ask_twice", 0)).make(ReplayEvaluator.class);
    }

    /** As a host has them that has just started. */
    public StoredProposers start() {
        StoredProposers made = new StoredProposers(
                database,
                experiments(),
                cases,
                switches,
                noteRounds(),
                audit,
                new PatternRedactor(),
                clock,
                Configurations.of(StoredProposers.Config.class, settings));
        proposers.forEach(made::addProposer);
        return made;
    }

    private NoteRounds noteRounds() {
        NoteRounds made = new NoteRounds(
                database,
                cases,
                traces,
                gate(),
                new PatternRedactor(),
                clock,
                Configurations.of(NoteRounds.Config.class, noteSettings));
        noteProposers.forEach(made::addProposer);
        return made;
    }

    /** The queue of memories that wait for somebody. */
    public SqlWriteGate gate() {
        return new SqlWriteGate(
                database, audit, new PatternRedactor(), clock, new SqlWriteGate.Rule("off", 5, name -> null));
    }

    /** What a proposer is told now. */
    public Proposer.Context context(int cases) {
        List<Experiment> earlier =
                experiments().list(SCOPE, Set.of(), PageRequest.first(1_000)).rows();
        return new Proposer.Context(clock.instant(), earlier, effects, 3, cases);
    }

    /** What a watch says that has counted 100 runs of either time; the interval is that of the change of their successes. */
    public static MeasuredEffect effect(Experiment experiment, LiveComparison.State state, double low, double high) {
        Measured measured = new Measured(
                Measure.OUTCOME, new ArmTally(100, 50), new ArmTally(100, 50), low, high, CanaryDecision.UNDECIDED);
        return new MeasuredEffect(
                experiment,
                new LiveComparison(
                        experiment.id(),
                        LiveComparison.Kind.WATCH,
                        state,
                        experiment.proposal().role(),
                        null,
                        null,
                        middle(),
                        middle(),
                        "as it was",
                        List.of(measured)));
    }

    public static Proposal ceiling(String value, String proposer) {
        return new Proposal(
                Proposal.ChangeKind.CONFIGURATION,
                HarnessChange.ofSettings(STYLE_PID, Map.of("ceiling", value)),
                "style",
                "Ceiling " + value,
                "It was too low",
                List.of("t1"),
                null,
                proposer);
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
        if (broken) {
            throw new IllegalStateException("No process can be started");
        }
        runs.add(run);
        Answerer answerer = answerers.getOrDefault(run.sha256(), (settings, caseId) -> "\"good\"");
        List<CaseResult> results = run.cases().stream()
                .map(one -> result(one, answerer.answer(run.configurations(), one.id())))
                .toList();
        return new SandboxReport(level(), walls(), null, results, Duration.ofMillis(1), 1);
    }

    private static CaseResult result(SandboxCase one, String answer) {
        return new CaseResult(one.id(), Status.ANSWERED, answer, null, Duration.ofMillis(1));
    }

    @Override
    public String put(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] read(String sha256) {
        if (more.containsKey(sha256)) {
            return jars.getOrDefault(sha256, sha256.getBytes(StandardCharsets.UTF_8));
        }
        return sha256.equals(GUARD) ? new byte[] {0} : jar.clone();
    }

    @Override
    public boolean contains(String sha256) {
        return Set.of(GUARD, STYLE).contains(sha256) || more.containsKey(sha256);
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
    public Examination examine(byte[] bytes, @Nullable String statement, Moment moment) {
        for (Map.Entry<String, Examination> other : more.entrySet()) {
            if (Arrays.equals(bytes, read(other.getKey()))) {
                return other.getValue();
            }
        }
        return bytes.length == 1
                ? found("guard", GUARD_PID, GUARD, Map.of("rules", "String"))
                : found("style", STYLE_PID, STYLE, Map.of("ceiling", "Integer", "mode", "String", "keep", "Boolean"));
    }

    private static Examination found(String role, String pid, String hash, Map<String, String> types) {
        SortedMap<String, String> roles = new TreeMap<>(Map.of(role, "tacit.api.Role"));
        ComponentFacts component = new ComponentFacts(role, role, List.of(), List.of(), List.of(pid));
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>(Map.of(pid, new TreeMap<>(types)));
        BundleFacts facts =
                new BundleFacts("tacit." + role, "1.0.0", roles, List.of(component), new TreeMap<>(), settings);
        return new Examination(hash, facts, List.of(), null);
    }

    @Override
    public String policy() {
        return "hash";
    }

    /** The time before which proposals may look. */
    public static Instant middle() {
        return Instant.parse("2026-02-01T00:00:00Z");
    }
}
