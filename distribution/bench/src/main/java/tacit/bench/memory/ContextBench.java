package tacit.bench.memory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import tacit.api.model.Embedder;
import tacit.bench.Bench;
import tacit.bench.Folders;
import tacit.bench.Options;
import tacit.bench.clusters.TemporaryDatabase;

/** Measures a whole prompt and a recall over many memories while more are written, and the described system beside it. */
public final class ContextBench implements Bench {

    private static final int WRITES_A_SECOND = 50;
    private static final int WARM_UP = 500;
    private static final int HITS = 20;

    @Override
    public String name() {
        return "context";
    }

    @Override
    public String usage() {
        return "context [--records N] [--calls N] [--warm N] [--vectors] [--json]    prompts and recalls over N memories of one workspace,"
                + " those before the machine code is made apart";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--records", "--calls", "--warm"), List.of("--vectors"));
        List<Embedder> embedders = options.has("--vectors") ? List.of(new WordVectors()) : List.of();
        int records = options.number("--records", 100_000);
        Calls calls = new Calls(options.number("--warm", WARM_UP), options.number("--calls", 500));
        Path folder = Files.createTempDirectory("tacit-context");
        try {
            Sides tacit = tacit(records, calls, folder, embedders);
            Sides reference = reference(records, calls, folder);
            return figures(records, calls, !embedders.isEmpty(), tacit, reference);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Sides tacit(int records, Calls calls, Path folder, List<Embedder> embedders) throws Exception {
        try (TemporaryDatabase database = new TemporaryDatabase();
                TacitMemory memory = new TacitMemory(database.database(), folder, embedders)) {
            memory.load(records);
            return measured(records, calls, memory::add, memory::context, question -> memory.recall(question, HITS));
        }
    }

    private static Sides reference(int records, Calls calls, Path folder) throws SQLException {
        try (ReferenceMemory memory = new ReferenceMemory(folder)) {
            memory.load(records);
            return measured(records, calls, memory::add, memory::context, question -> memory.recall(question, HITS));
        }
    }

    private static Sides measured(
            int records, Calls calls, LongConsumer write, Consumer<String> context, Consumer<String> recall) {
        try (SteadyWriter writer = new SteadyWriter(WRITES_A_SECOND, records, write)) {
            Latencies firstContexts = asked(records, calls.first(), 1, context);
            Latencies contexts = asked(records, calls.then(), 7, context);
            Latencies firstRecalls = asked(records, calls.first(), 2, recall);
            Latencies recalls = asked(records, calls.then(), 8, recall);
            return new Sides(firstContexts, contexts, firstRecalls, recalls, writer.written());
        }
    }

    private static Latencies asked(int records, int calls, long seed, Consumer<String> call) {
        Latencies latencies = new Latencies();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < calls; i++) {
            String question = MemoryWorld.question(random.nextInt(records));
            latencies.time(() -> call.accept(question));
        }
        return latencies;
    }

    private static Map<String, Object> figures(
            int records, Calls calls, boolean vectors, Sides tacit, Sides reference) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("records", records);
        figures.put("firstCalls", calls.first());
        figures.put("calls", calls.then());
        figures.put("firstContextMs", tacit.firstContexts().figures());
        figures.put("contextMs", tacit.contexts().figures());
        figures.put("firstRecallMs", tacit.firstRecalls().figures());
        figures.put("recallMs", tacit.recalls().figures());
        figures.put("written", tacit.written());
        figures.put("vectors", vectors);
        figures.put("referenceContextMs", reference.contexts().figures());
        figures.put("referenceRecallMs", reference.recalls().figures());
        figures.put("referenceWritten", reference.written());
        figures.put("contextRatio", ratio(reference.contexts(), tacit.contexts()));
        figures.put("recallRatio", ratio(reference.recalls(), tacit.recalls()));
        return figures;
    }

    /** How many times longer the other way takes at the 95th percentile. */
    private static double ratio(Latencies other, Latencies own) {
        return Math.round(other.millis(0.95) / Math.max(own.millis(0.95), 0.01) * 100) / 100.0;
    }

    /**
     * How often each is asked.
     *
     * @param first times by a process that has not asked before, while its machine code is made
     * @param then times after those
     */
    private record Calls(int first, int then) {}

    /** What was measured of one way. */
    private record Sides(
            Latencies firstContexts, Latencies contexts, Latencies firstRecalls, Latencies recalls, long written) {}
}
