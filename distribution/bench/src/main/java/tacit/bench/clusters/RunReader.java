package tacit.bench.clusters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.Outcome;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Reads whole runs out of files, in the order in which they begin; what cannot be read is counted. */
final class RunReader implements FileSink, TraceSink {

    private final Map<String, Trace> traces = new LinkedHashMap<>();
    private final Map<String, Map<String, Span>> spans = new LinkedHashMap<>();

    private RunReader() {}

    static List<RecordedTrace> read(TraceFiles files, Path path) {
        RunReader reader = new RunReader();
        files.read(List.of(path), TraceFiles.AUTO, reader);
        List<RecordedTrace> runs = new ArrayList<>();
        reader.traces.forEach((id, trace) -> runs.add(new RecordedTrace(
                trace, List.copyOf(reader.spans.getOrDefault(id, Map.of()).values()))));
        return runs;
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        String id = update.trace().id();
        traces.merge(id, update.trace(), RunReader::judged);
        update.outcomes().stream()
                .filter(outcome -> outcome.spanId() == null)
                .forEach(outcome -> traces.compute(id, (key, trace) -> judged(trace, outcome)));
        Map<String, Span> known = spans.computeIfAbsent(id, key -> new LinkedHashMap<>());
        update.spans().forEach(span -> known.putIfAbsent(span.id(), span));
    }

    private static Trace judged(Trace before, Trace after) {
        return judged(after, before.outcome());
    }

    private static Trace judged(Trace trace, Outcome outcome) {
        return outcome.outweighs(trace.outcome())
                ? trace.toBuilder().outcome(outcome).build()
                : trace;
    }

    @Override
    public TraceSink sink(TraceFile file) {
        return this;
    }

    @Override
    public void begin(TraceFile file, String format, long bytes) {}

    @Override
    public void end(TraceFile file) {}

    /** A licence beside the data is no run. */
    @Override
    public void refuse(Refusal refusal) {}

    @Override
    public void refuse(String position, String reason) {}
}
