package tacit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Kills a process that appends, again and again, and looks for every append that it had acknowledged. */
final class KillBench implements Bench {

    private static final int DEFAULT_KILLS = 50;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 200;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String usage() {
        return "kill [TIMES]: kills a writing process (50 times) and counts lost and doubled traces";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int kills = arguments.isEmpty() ? DEFAULT_KILLS : Integer.parseInt(arguments.get(0));
        Path directory = Files.createTempDirectory("tacit-kill");
        try {
            return run(kills, directory);
        } finally {
            delete(directory);
        }
    }

    private static Map<String, Object> run(int kills, Path directory) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 0; kill < kills; kill++) {
            acknowledged.addAll(writeAndKill(directory, kill));
        }
        long start = System.nanoTime();
        try (BenchStore store = BenchStore.open(directory)) {
            long opening = (System.nanoTime() - start) / 1_000_000;
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("kills", kills);
            figures.put("acknowledged", acknowledged.size());
            figures.put("lost", lost(store.traces(), acknowledged));
            figures.put("doubled", doubled(store.traces()));
            figures.put("recoveryMillis", opening);
            return figures;
        }
    }

    /** Answers the traces whose append had returned before the process died. */
    private static Set<String> writeAndKill(Path directory, int round) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessAppends.class.getName(),
                        directory.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith(EndlessAppends.ACKNOWLEDGED) && line.endsWith(EndlessAppends.END)) {
                    acknowledged.add(line);
                }
                if (acknowledged.size() == ACKNOWLEDGED_BEFORE_KILL + round % 7) {
                    child.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        child.waitFor();
        if (acknowledged.size() < ACKNOWLEDGED_BEFORE_KILL) {
            throw new IOException("Cannot measure: the writer of round " + round + " ended by itself");
        }
        return acknowledged;
    }

    private static long lost(TraceStore store, Set<String> acknowledged) {
        return acknowledged.stream()
                .map(EndlessAppends::traceId)
                .filter(id -> store.find(Scope.ofDefaultWorkspace(), id)
                        .map(KillBench::isIncomplete)
                        .orElse(true))
                .count();
    }

    private static boolean isIncomplete(RecordedTrace found) {
        return found.spans().size() != EndlessAppends.SPANS;
    }

    private static long doubled(TraceStore store) {
        Set<String> seen = new HashSet<>();
        long rows = 0;
        long total = store.counts(Scope.ofDefaultWorkspace()).traces();
        while (rows < total) {
            PageRequest page = new PageRequest(rows, PageRequest.MAX_LIMIT);
            List<Trace> part = store.list(Scope.ofDefaultWorkspace(), TraceFilter.ALL, page)
                    .rows();
            part.forEach(trace -> seen.add(trace.id()));
            rows += part.size();
        }
        return rows - seen.size();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
