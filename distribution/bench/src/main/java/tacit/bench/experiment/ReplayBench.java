package tacit.bench.experiment;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tacit.api.access.AuditLog;
import tacit.api.experiment.Evaluator.Evaluation;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.pulse.PulseOutcome;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.bench.Bench;
import tacit.bench.BenchStore;
import tacit.bench.Folders;
import tacit.bench.Options;
import tacit.evidence.redaction.PatternRedactor;
import tacit.learn.evals.replay.SqlReplayCases;
import tacit.learn.experiments.ReplayEvaluator;
import tacit.learn.gate.StatisticalGate;
import tacit.runtime.ledger.FileArtifacts;
import tacit.runtime.sandbox.ProcessSandbox;
import tacit.runtime.testkit.Configurations;

/** Measures how long recorded pulses take to be asked again under both arms, judged by their checks, and by the gate. */
public final class ReplayBench implements Bench {

    private static final int DECISIONS = 10_000;
    private static final int CASES = 500;
    private static final long SEED = 7;
    private static final String POLICY = "tacit.pulse.heartbeat.OrderedRulesPolicy";

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String usage() {
        return "replay [--decisions 10000] [--cases 500]: pulses asked again in the sandbox under both arms";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--decisions", "--cases"), List.of());
        int decisions = options.number("--decisions", DECISIONS);
        int cases = options.number("--cases", CASES);
        Path data = Files.createTempDirectory("tacit-bench-");
        try (BenchStore store = BenchStore.open(data.resolve("db"))) {
            return measured(store, data, decisions, cases);
        } finally {
            Folders.delete(data);
        }
    }

    private static Map<String, Object> measured(BenchStore store, Path data, int decisions, int cases)
            throws IOException {
        Map<String, ?> folder = Map.of("data_directory", data.toString());
        FileArtifacts artifacts = new FileArtifacts(Configurations.of(FileArtifacts.Config.class, folder));
        String sha256 = artifacts.put(Files.readAllBytes(heartbeat()));
        ProcessSandbox sandbox = new ProcessSandbox(
                artifacts,
                Configurations.of(
                        ProcessSandbox.Config.class,
                        Map.of("home", home().toString(), "data_directory", data.toString())));
        try {
            SqlReplayCases kept = kept(store);
            ReplayEvaluator evaluator = new ReplayEvaluator(
                    sandbox,
                    new OneHarness(sha256),
                    kept,
                    Clock.systemUTC(),
                    Configurations.of(ReplayEvaluator.Config.class, Map.of()));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("level", sandbox.level().name());
            figures.put("decisions", figures(evaluator, kept, asked(decisions, sha256)));
            figures.put("experiment", figures(evaluator, kept, asked(cases, sha256)));
            return figures;
        } finally {
            sandbox.stop();
        }
    }

    private static SqlReplayCases kept(BenchStore store) {
        return new SqlReplayCases(
                store.database(),
                unused(DecisionLog.class),
                unused(TraceStore.class),
                harness(),
                new PatternRedactor(),
                unused(AuditLog.class),
                Clock.systemUTC(),
                Configurations.of(SqlReplayCases.Config.class, Map.of()));
    }

    /** Of which only the view is asked for, to know the generation in force. */
    private static Harness harness() {
        HarnessView view = new HarnessView() {
            @Override
            public long generation() {
                return 1;
            }

            @Override
            public <T> T provider(String role, Class<T> type) {
                throw new UnsupportedOperationException("A benchmark does not use " + role);
            }

            @Override
            public void close() {}
        };
        return (Harness) Proxy.newProxyInstance(
                Harness.class.getClassLoader(), new Class<?>[] {Harness.class}, (self, method, given) -> {
                    if (method.getName().equals("view")) {
                        return view;
                    }
                    throw new UnsupportedOperationException("A benchmark does not use " + method);
                });
    }

    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            throw new UnsupportedOperationException("A benchmark does not use " + method);
        }));
    }

    /** Both arms, then the runs are kept where their cases are, and the gate judges. */
    private static Map<String, Object> figures(ReplayEvaluator evaluator, SqlReplayCases kept, List<ReplayCase> asked) {
        Proposal proposal = new Proposal(
                ChangeKind.CONFIGURATION,
                HarnessChange.ofSettings(POLICY, Map.of("strong.signal", "0.9")),
                "heartbeat",
                "Only the strongest signals count",
                "Measured",
                List.of(),
                null,
                "bench");
        long begin = System.nanoTime();
        Evaluation evaluation = evaluator.evaluate("bench", proposal, asked);
        long answered = System.nanoTime();
        kept.record(Scope.ofDefaultWorkspace(), evaluation.runs());
        Verdict verdict = new StatisticalGate().judge(pairs(evaluation), GateSettings.deterministic());
        long judged = System.nanoTime();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", asked.size());
        figures.put("runs", evaluation.runs().size());
        figures.put("unanswerable", count(evaluation, Outcome.UNANSWERABLE));
        figures.put("failed", count(evaluation, Outcome.FAILED));
        figures.put("replaySeconds", seconds(answered - begin));
        figures.put("allSeconds", seconds(judged - begin));
        figures.put("verdict", verdict.decision().name());
        return figures;
    }

    private static List<PairedOutcome> pairs(Evaluation evaluation) {
        Map<String, ReplayRun> before = new LinkedHashMap<>();
        Map<String, ReplayRun> after = new LinkedHashMap<>();
        for (ReplayRun run : evaluation.runs()) {
            (run.arm() == Arm.BASELINE ? before : after).putIfAbsent(run.caseId(), run);
        }
        List<PairedOutcome> pairs = new ArrayList<>();
        before.forEach((id, run) -> {
            ReplayRun other = after.get(id);
            if (other != null) {
                pairs.add(new PairedOutcome(id, outcome(run), outcome(other)));
            }
        });
        return pairs;
    }

    private static ArmOutcome outcome(ReplayRun run) {
        return new ArmOutcome(run.outcome() == Outcome.PASSED ? 1 : 0, 1, run.took(), null);
    }

    private static long count(Evaluation evaluation, Outcome outcome) {
        return evaluation.runs().stream()
                .filter(run -> run.outcome() == outcome)
                .count();
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e7) / 100.0;
    }

    /** Each asks that the pulse comes to one of the outcomes that there are. */
    private static List<ReplayCase> asked(int count, String sha256) {
        PulseQuestions questions = new PulseQuestions(SEED);
        List<String> outcomes = Stream.of(PulseOutcome.values())
                .map(outcome -> "\"" + outcome.name() + "\"")
                .toList();
        List<ReplayCase> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(new ReplayCase(
                    "case-" + i,
                    "Comes to an outcome",
                    questions.situation(i),
                    List.of(new AnswerCheck(AnswerCheck.Kind.ONE_OF, "/outcome", outcomes)),
                    ReplayCase.Origin.OPERATOR,
                    "d-" + i,
                    "bench",
                    false,
                    false,
                    ReplayCase.State.ACTIVE,
                    sha256,
                    1,
                    Instant.EPOCH,
                    null));
        }
        return asked;
    }

    private static Path home() {
        return Path.of(System.getProperty("tacit.home", ""));
    }

    private static Path heartbeat() throws IOException {
        Path folder = home().resolve("harness");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("tacit.pulse.heartbeat"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Cannot find the heartbeat in '" + folder + "'"));
        }
    }
}
