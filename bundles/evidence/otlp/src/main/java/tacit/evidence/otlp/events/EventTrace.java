package tacit.evidence.otlp.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.map.RunFacts;

/** What events said of one trace. Confined to one thread. */
final class EventTrace {

    private final String id;
    private final RunFacts run = new RunFacts();
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private boolean rooted;

    EventTrace(String id) {
        this.id = id;
    }

    RunFacts run() {
        return run;
    }

    /** Adds a span; the same event once more changes nothing. */
    void add(SpanBuilder span) {
        Span built = span.position(spans.size()).build();
        rooted |= built.parentId() == null;
        spans.putIfAbsent(built.id(), built);
    }

    TraceUpdate update() {
        TraceBuilder trace = Trace.builder(id)
                .startedAt(times().stream().min(Instant::compareTo).orElse(null))
                .status(rooted ? TraceStatus.COMPLETED : TraceStatus.RUNNING);
        run.into(trace);
        if (rooted) {
            trace.endedAt(times().stream().max(Instant::compareTo).orElse(null));
        }
        return new TraceUpdate(trace.build(), List.copyOf(spans.values()), run.outcomes());
    }

    private List<Instant> times() {
        List<@Nullable Instant> all = new ArrayList<>();
        spans.values().forEach(span -> {
            all.add(span.startedAt());
            all.add(span.endedAt());
        });
        return all.stream().filter(Objects::nonNull).toList();
    }
}
