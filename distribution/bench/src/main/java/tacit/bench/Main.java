package tacit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.TraceSource;
import tacit.bench.clusters.ClustersBench;
import tacit.bench.crash.CrashBench;
import tacit.bench.experiment.ReplayBench;
import tacit.bench.export.ExportBench;
import tacit.bench.extraction.ExtractionBench;
import tacit.bench.fit.FitRanker;
import tacit.bench.gate.CompareBench;
import tacit.bench.gate.GateBench;
import tacit.bench.guards.GuardsBench;
import tacit.bench.hooks.HooksBench;
import tacit.bench.kills.KillsBench;
import tacit.bench.load.LoadBench;
import tacit.bench.memory.ContextBench;
import tacit.bench.metrics.MetricsBench;
import tacit.bench.models.ModelProxyBench;
import tacit.bench.month.MonthBench;
import tacit.bench.notes.NotesBench;
import tacit.bench.proxy.ProxyBench;
import tacit.bench.recall.RecallBench;
import tacit.bench.sandbox.SandboxBench;
import tacit.bench.swap.SwapBench;
import tacit.evidence.benchmarks.InterCodeSource;
import tacit.evidence.benchmarks.TauBenchSource;
import tacit.evidence.ingest.FileReader;
import tacit.evidence.otlp.OpenInferenceSource;
import tacit.evidence.otlp.OtlpJsonSource;
import tacit.learn.guards.RuleSearch;
import tacit.learn.guards.Thresholds;
import tacit.learn.guards.TraceHistories;

/** Runs the benchmark that the first argument names. */
public final class Main {

    static final List<Bench> BENCHES = List.of(
            new IngestBench(),
            new CompareBench(),
            new GateBench(),
            new MiningBench(),
            new KillBench(),
            new StartBench(),
            clusters(),
            guards(),
            notes(),
            new SwapBench(),
            new SandboxBench(),
            new ReplayBench(),
            new ProxyBench(),
            new ModelProxyBench(),
            new CrashBench(),
            new ExtractionBench(),
            new RecallBench(),
            new ContextBench(),
            new StyleBench(),
            new MetricsBench(),
            new ExportBench(),
            new MonthBench(),
            new KillsBench(),
            new HooksBench(),
            new LoadBench(),
            new FitRanker());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean json = rest.remove("--json");
        String name = rest.isEmpty() ? "" : rest.remove(0);
        for (Bench bench : BENCHES) {
            if (bench.name().equals(name)) {
                printAll(bench.run(rest), json);
                return;
            }
        }
        System.err.println("Cannot run benchmark '" + name + "': it is none of");
        BENCHES.forEach(bench -> System.err.println("  " + bench.usage()));
        System.exit(3);
    }

    private static Bench clusters() {
        List<TraceSource> formats =
                List.of(new InterCodeSource(), new TauBenchSource(), new OpenInferenceSource(), new OtlpJsonSource());
        return new ClustersBench(new FileReader(1L << 31, formats), MiningBench.untaught());
    }

    private static Bench notes() {
        List<TraceSource> formats = List.of(new InterCodeSource(), new TauBenchSource());
        return new NotesBench(new FileReader(1L << 31, formats));
    }

    private static Bench guards() {
        List<TraceSource> formats = List.of(new TauBenchSource());
        return new GuardsBench(
                new FileReader(1L << 31, formats), new TraceHistories(), new RuleSearch(Thresholds.USUAL));
    }

    private static void printAll(Map<String, Object> figures, boolean json) {
        if (json) {
            System.out.println(Figures.json(figures));
        } else {
            figures.forEach(Main::print);
        }
    }

    private static void print(String name, Object figure) {
        if (figure instanceof List<?> rows) {
            rows.forEach(row -> System.out.println(name + "  " + row));
        } else {
            System.out.println(name + "  " + figure);
        }
    }
}
