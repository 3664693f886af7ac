package tacit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures how many spans per second a running host takes by OTLP and has on disk when it answers. */
public final class IngestBench implements Bench {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 600;
    private static final int TRACES = 4_000;
    private static final int TRACES_PER_REQUEST = 5;
    private static final int ALONE = 400;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String usage() {
        return "ingest [TRACES]: spans per second that a host takes durably by OTLP, and the time to the answer";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int traces = arguments.isEmpty() ? TRACES : Integer.parseInt(arguments.get(0));
        if (traces < 1) {
            throw new IllegalArgumentException("TRACES must be at least 1, got " + traces);
        }
        Path data = Files.createTempDirectory("tacit-bench");
        try (BenchHost host = BenchHost.start(data)) {
            OtlpLoad load = new OtlpLoad(host.otlpPort());
            load.send(WARM_UP, TRACES_PER_REQUEST, CONNECTIONS);
            LoadFigures alone = load.send(Math.min(traces, ALONE), 1, 1);
            LoadFigures shared = load.send(traces, TRACES_PER_REQUEST, CONNECTIONS);
            return figures(shared, alone);
        } finally {
            delete(data);
        }
    }

    private static Map<String, Object> figures(LoadFigures shared, LoadFigures alone) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("spansPerSecond", Math.round(shared.spansPerSecond()));
        figures.put("p50Ms", shared.percentileMillis(0.50));
        figures.put("p99Ms", shared.percentileMillis(0.99));
        figures.put("spans", shared.spans());
        figures.put("requests", shared.requests());
        figures.put("errors", shared.errors());
        figures.put("connections", CONNECTIONS);
        figures.put("aloneSpansPerSecond", Math.round(alone.spansPerSecond()));
        figures.put("sharedToAlone", Math.round(shared.spansPerSecond() / alone.spansPerSecond() * 100) / 100.0);
        return figures;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.sorted((left, right) -> right.compareTo(left)).toList()) {
                Files.delete(path);
            }
        }
    }
}
