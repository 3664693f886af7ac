package tacit.bench.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.StyleHistory;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.bench.Bench;
import tacit.bench.Options;
import tacit.bench.clusters.TemporaryDatabase;
import tacit.bench.memory.Latencies;

/** Measures a snapshot of how learning goes over many runs, and beside it the same counts by reading all runs. */
public final class MetricsBench implements Bench {

    private static final int WARM_UP = 50;
    private static final int READINGS = 3;
    private static final Duration PIECE = Duration.ofHours(6);
    private static final StyleHistory STYLE = new StyleHistory(3, 1, 1);

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public String usage() {
        return "metrics [--traces N] [--memories N] [--calls N] [--json]    a snapshot of how learning goes over N runs,"
                + " and the same by reading them";
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
        Map<String, Long> read = new HashMap<>();
        for (int i = 0; i < READINGS; i++) {
            readings.time(() -> read.putAll(successesByReading(world)));
        }
        boolean same = successes(world.evolution.computeSnapshot(EvolutionWorld.SCOPE, STYLE))
                .equals(read);
        if (!same) {
            throw new IllegalStateException("Counting and reading disagree");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("traces", runs);
        figures.put("memories", 2 * memories);
        figures.put("calls", calls);
        figures.put("snapshotMs", snapshots.figures());
        figures.put("readAllMs", readings.figures());
        figures.put("ratio", Math.round(readings.millis(0.5) / Math.max(snapshots.millis(0.5), 0.01) * 10) / 10.0);
        return figures;
    }

    private static Latencies snapshots(EvolutionWorld world, int calls) {
        Latencies latencies = new Latencies();
        for (int i = 0; i < calls; i++) {
            latencies.time(() -> world.evolution.computeSnapshot(EvolutionWorld.SCOPE, STYLE));
        }
        return latencies;
    }

    private static Map<String, Long> successes(EvolutionSnapshot snapshot) {
        Map<String, Long> counts = new HashMap<>();
        for (GenerationSuccess generation : snapshot.generations()) {
            counts.put(String.valueOf(generation.harnessGeneration()), generation.succeeded());
        }
        return counts;
    }

    /** In pieces of a few hours, which the index by start finds at once: pages far into a list would be slower still. */
    private static Map<String, Long> successesByReading(EvolutionWorld world) {
        Map<String, Long> counts = new HashMap<>();
        for (Instant from = world.begin(); from.isBefore(world.end()); from = from.plus(PIECE)) {
            TraceFilter piece = new TraceFilter(null, null, null, null, null, from, from.plus(PIECE));
            Page<Trace> page =
                    world.traces.list(EvolutionWorld.SCOPE, piece, PageRequest.first(PageRequest.MAX_LIMIT));
            if (page.hasMore()) {
                throw new IllegalStateException("More runs than a page holds began within " + PIECE);
            }
            for (Trace trace : page.rows()) {
                long one = trace.outcome().label() == OutcomeLabel.SUCCESS ? 1 : 0;
                counts.merge(String.valueOf(trace.harnessGeneration()), one, Long::sum);
            }
        }
        return counts;
    }
}
