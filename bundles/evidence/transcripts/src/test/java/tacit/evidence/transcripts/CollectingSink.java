package tacit.evidence.transcripts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.TraceUpdate;

/** Keeps what is read in lists. */
final class CollectingSink implements TraceSink {

    final List<TraceUpdate> updates = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();

    static CollectingSink reading(TraceSource source, TextFile file) throws IOException {
        CollectingSink sink = new CollectingSink();
        source.read(file, sink);
        return sink;
    }

    @Override
    public void accept(TraceUpdate update, String position) {
        updates.add(update);
    }

    @Override
    public void refuse(String position, String reason) {
        refusals.add(position + ": " + reason);
    }

    TraceUpdate only() {
        if (updates.size() != 1) {
            throw new AssertionError("expected one update, got " + updates.size() + " and " + refusals);
        }
        return updates.get(0);
    }

    Span span(String id) {
        return spans().stream().filter(span -> span.id().equals(id)).findFirst().orElseThrow();
    }

    List<Span> spans() {
        return new RecordedTrace(only().trace(), only().spans()).spans();
    }

    List<String> spanIds() {
        return spans().stream().map(Span::id).toList();
    }

    List<String> traceIds() {
        return updates.stream().map(update -> update.trace().id()).toList();
    }
}
