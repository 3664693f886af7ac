package tacit.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import tacit.api.store.Scope;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** A process that appends traces from several threads, and says so after each, until it is killed. */
final class EndlessAppends {

    static final String ACKNOWLEDGED = "acknowledged ";
    static final String END = " .";
    static final int SPANS = 5;

    private static final int WRITERS = 4;
    private static final String TEXT = "SELECT name FROM people WHERE id = 7; ".repeat(20);

    private EndlessAppends() {}

    static String traceId(String line) {
        return line.substring(ACKNOWLEDGED.length(), line.length() - END.length());
    }

    public static void main(String[] arguments) {
        BenchStore store = BenchStore.open(Path.of(arguments[0]));
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = arguments[1] + "-" + writer + "-";
            new Thread(() -> appendForEver(store.traces(), prefix)).start();
        }
    }

    private static void appendForEver(TraceStore store, String prefix) {
        for (int i = 0; true; i++) {
            String id = prefix + i;
            store.append(Scope.ofDefaultWorkspace(), List.of(update(id)));
            System.out.println(ACKNOWLEDGED + id + END);
        }
    }

    private static TraceUpdate update(String id) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Span> spans = IntStream.range(0, SPANS)
                .mapToObj(n -> Span.builder("s" + n, Operation.EXECUTE_TOOL, "query")
                        .position(n)
                        .startedAt(start.plusMillis(n))
                        .input(TEXT)
                        .output(TEXT)
                        .build())
                .toList();
        return TraceUpdate.of(Trace.builder(id).startedAt(start).agent("bench").build(), spans);
    }
}
