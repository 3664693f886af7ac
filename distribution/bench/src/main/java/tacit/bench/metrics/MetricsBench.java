package tacit.bench.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.StyleHistory;
import tacit.api.trace.OutcomeLabel;
import tacit.bench.Bench;
import tacit.bench.Options;
import tacit.bench.clusters.TemporaryDatabase;
import tacit.bench.memory.Latencies;

/** Measures a snapshot of how learning goes over many runs, and beside it the outcomes counted over the runs themselves. */
public final class MetricsBench implements Bench {

    private static final int WARM_UP = 50;
    private static final int READINGS = 3;
    private static final StyleHistory STYLE = new StyleHistory(3, 1, 1);

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public String usage() {
        return "metrics [--traces N] [--memories N] [--calls N] [--json]    a snapshot of how learning goes over N runs,"
                + " and their outcomes by reading them";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--traces", "--memories", "--calls"), List.of());
        int runs = options.number("--traces", 100_000);
        int memories = options.number("--memories", 2_000);
        int calls = options.number("--calls", 200);
        try (TemporaryDatabase database = new TemporaryDatabase()) {
            EvolutionWorld world = new EvolutionWorld(database.database());
            world.runs(runs);
            world.memories(memories);
            return figures(runs, memories, calls, world);
        }
    }

    private static Map<String, Object> figures(int runs, int memories, int calls, EvolutionWorld world) {
        snapshots(world, WARM_UP);
        Latencies snapshots = snapshots(world, calls);
        Latencies readings = new Latencies();
        for (int i = 0; i < READINGS; i++) {
            readings.time(() -> world.traces.counts(EvolutionWorld.SCOPE));
        }
        check(world);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("traces", runs);
        figures.put("memories", 2 * memories);
        figures.put("calls", calls);
        figures.put("snapshotMs", snapshots.figures());
        figures.put("readAllMs", readings.figures());
        figures.put("ratio", Math.round(readings.millis(0.5) / Math.max(snapshots.millis(0.5), 0.01) * 10) / 10.0);
        return figures;
    }

    private static void check(EvolutionWorld world) {
        long counted = world.evolution.computeSnapshot(EvolutionWorld.SCOPE, STYLE).generations().stream()
                .mapToLong(GenerationSuccess::succeeded)
                .sum();
        long read = world.traces.counts(EvolutionWorld.SCOPE).outcomes().getOrDefault(OutcomeLabel.SUCCESS, 0L);
        if (counted != read) {
            throw new IllegalStateException("A snapshot counts " + counted + " successes, the runs say " + read);
        }
    }

    private static Latencies snapshots(EvolutionWorld world, int calls) {
        Latencies latencies = new Latencies();
        for (int i = 0; i < calls; i++) {
            latencies.time(() -> world.evolution.computeSnapshot(EvolutionWorld.SCOPE, STYLE));
        }
        return latencies;
    }
}
