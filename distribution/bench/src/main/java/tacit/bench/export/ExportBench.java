package tacit.bench.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.SettingScope;
import tacit.bench.Bench;
import tacit.bench.BenchStore;
import tacit.bench.Folders;
import tacit.bench.Options;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.surface.access.SqlAuditLog;

/** Measures the export of many runs, with the heap that {@code ./tacit} gives to it. */
public final class ExportBench implements Bench {

    /** As the command starts the host. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Xms48m",
            "-Xmx512m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            "-XX:+ExitOnOutOfMemoryError");

    private static final long SEED = 17;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "export [--traces N] [--untimed] [--json]    N runs written as data to train models with: time and memory";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--traces"), List.of("--untimed"));
        int traces = options.number("--traces", 100_000);
        Path folder = Files.createTempDirectory("tacit-export");
        try {
            Path store = Files.createDirectory(folder.resolve("store"));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("traces", traces);
            figures.put("timed", !options.has("--untimed"));
            figures.put("fillSeconds", fill(store, traces, !options.has("--untimed")));
            for (String kind : List.of("sft", "preference")) {
                figures.put(kind, export(store, kind, folder.resolve(kind + ".jsonl")));
            }
            return figures;
        } finally {
            Folders.delete(folder);
        }
    }

    private static long fill(Path folder, int traces, boolean timed) {
        long begun = System.nanoTime();
        try (BenchStore store = BenchStore.open(folder)) {
            new ExportedRuns(SEED, timed).append(new SqlTraceStore(store.database()), traces);
            Clock clock = Clock.systemUTC();
            SqlAuditLog audit = new SqlAuditLog(store.database(), clock);
            new SqlScopedSettings(store.database(), audit, new PatternRedactor(), clock)
                    .set(
                            SettingScope.WORKSPACE,
                            ExportedRuns.SCOPE.workspaceId(),
                            CoreSetting.EXPORT_TRAINING.key(),
                            "true",
                            "bench",
                            "measured");
        }
        return (System.nanoTime() - begun) / 1_000_000_000;
    }

    private static Map<String, Object> export(Path store, String kind, Path file)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FLAGS);
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classes));
        command.addAll(List.of(ExportOnce.class.getName(), store.toString(), "--" + kind, file.toString()));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String took = "";
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                took = line.startsWith(ExportOnce.TOOK) ? line.substring(ExportOnce.TOOK.length()) : took;
            }
        }
        int code = child.waitFor();
        if (code != 0 || took.isEmpty()) {
            throw new IllegalStateException("Cannot measure: the export of " + kind + " ended with " + code);
        }
        return figures(took.split(" ", -1), file);
    }

    private static Map<String, Object> figures(String[] took, Path file) throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (var lines = Files.lines(file)) {
            figures.put("written", lines.count());
        }
        figures.put("megabytes", Files.size(file) >> 20);
        figures.put("seconds", Double.parseDouble(took[0]));
        figures.put("peakHeapMegabytes", Long.parseLong(took[1]));
        figures.put("peakResidentMegabytes", Long.parseLong(took[2]));
        return figures;
    }
}
