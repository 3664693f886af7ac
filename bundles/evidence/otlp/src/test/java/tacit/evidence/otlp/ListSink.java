package tacit.evidence.otlp;

import java.util.ArrayList;
import java.util.List;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.Span;
import tacit.api.trace.TraceUpdate;

/** Keeps what a source passes on. */
final class ListSink implements TraceSink {

    final List<TraceUpdate> updates = new ArrayList<>();
    final List<String> refused = new ArrayList<>();

    @Override
    public void accept(TraceUpdate update, String position) {
        updates.add(update);
    }

    @Override
    public void refuse(String position, String reason) {
        refused.add(position + ": " + reason);
    }

    long spans() {
        return updates.stream().mapToLong(update -> update.spans().size()).sum();
    }

    Span span(String id) {
        return updates.stream()
                .flatMap(update -> update.spans().stream())
                .filter(span -> span.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
