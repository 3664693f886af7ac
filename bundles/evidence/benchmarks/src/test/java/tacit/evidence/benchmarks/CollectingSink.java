package tacit.evidence.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles.FileSink;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.TraceUpdate;

/** Keeps what is read in lists. */
final class CollectingSink implements FileSink, TraceSink {

    final List<TraceUpdate> updates = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();

    @Override
    public void begin(TraceFile file, String format, long bytes) {}

    @Override
    public TraceSink sink(TraceFile file) {
        return this;
    }

    @Override
    public void end(TraceFile file) {}

    @Override
    public void refuse(Refusal refusal) {
        refusals.add(refusal.file() + ": " + refusal.position() + ": " + refusal.reason());
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        updates.add(update);
    }

    @Override
    public void refuse(String position, String reason) {
        refusals.add(position + ": " + reason);
    }

    long count(OutcomeLabel label) {
        return updates.stream()
                .filter(update -> update.trace().outcome().label() == label)
                .count();
    }

    Set<String> taskKeys() {
        return names(updates.stream().map(update -> update.trace().taskKey()));
    }

    Set<String> traceIds() {
        return names(updates.stream().map(update -> update.trace().id()));
    }

    Set<String> tools() {
        return names(spans().flatMap(span -> span.tool().stream()));
    }

    Set<String> attributeNames() {
        return names(Stream.concat(
                spans().flatMap(span -> span.attributes().keySet().stream()),
                updates.stream().flatMap(update -> update.trace().attributes().keySet().stream())));
    }

    long openToolCalls() {
        return spans().filter(span -> span.tool().isPresent() && span.output() == null)
                .count();
    }

    Stream<Span> spans() {
        return updates.stream().flatMap(update -> update.spans().stream());
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
