package tacit.bench.export;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.bench.BenchStore;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.export.ExportCommand;
import tacit.learn.guards.TraceHistories;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.surface.access.SqlAuditLog;

/** One export in a process of its own, which says what it took. */
final class ExportOnce {

    /** Begins the line of figures. */
    static final String TOOK = "took ";

    private ExportOnce() {}

    /** Arguments: the store, {@code --sft} or {@code --preference}, the file. */
    public static void main(String[] arguments) throws IOException {
        try (BenchStore store = BenchStore.open(Path.of(arguments[0]))) {
            Clock clock = Clock.systemUTC();
            SqlAuditLog audit = new SqlAuditLog(store.database(), clock);
            PatternRedactor redactor = new PatternRedactor();
            ExportCommand export = new ExportCommand(
                    new SqlTraceStore(store.database()),
                    new TraceHistories(),
                    new SqlScopedSettings(store.database(), audit, redactor, clock),
                    redactor,
                    audit,
                    clock);
            long begun = System.nanoTime();
            int code = export.run(
                    List.of(arguments[1], arguments[2], "--workspace", ExportedRuns.SCOPE.workspaceId(), "--json"),
                    new Console(System.out, System.err, false, 100, Path.of(".")));
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (code != Command.OK) {
                throw new IllegalStateException("The export ended with " + code);
            }
            System.out.printf(Locale.ROOT, "%s%.1f %d %d%n", TOOK, seconds, heapMegabytes(), residentMegabytes());
        }
    }

    /** The most that lay in each part of the heap, garbage and all. */
    private static long heapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    /** The most memory that the process ever kept; 0 where the system does not say. */
    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                        .findFirst()
                        .orElse(0);
    }
}
