package tacit.evidence.otlp.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.wire.Rejection;
import tacit.evidence.otlp.wire.WireSpan;

/** Puts spans together into one update per trace. Confined to one thread. */
public final class TraceAssembly {

    private final Map<String, TraceParts> traces = new LinkedHashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final boolean whole;

    /** @param whole whether every span of a trace that will ever come is among those that are added */
    public TraceAssembly(boolean whole) {
        this.whole = whole;
    }

    /** Adds a span; the same one again changes nothing, another one with its id is rejected. */
    public void add(WireSpan span) {
        TraceParts parts = traces.computeIfAbsent(span.traceId(), TraceParts::new);
        if (!parts.add(span)) {
            rejected.add(new Rejection(span.position(), "spanId occurs twice in one trace, with different content"));
        }
    }

    /** How many spans are held. */
    public int size() {
        return traces.values().stream().mapToInt(TraceParts::size).sum();
    }

    public List<Rejection> rejected() {
        return rejected;
    }

    /** One update per trace, in the order in which the traces first occurred. */
    public List<TraceUpdate> updates() {
        return traces.values().stream().map(parts -> parts.update(whole)).toList();
    }

    /** The order in which spans speak for their run: roots first, then by start. */
    static final Comparator<SpanDraft> ROOTS_FIRST =
            Comparator.comparing(draft -> draft.wire().parentId() != null);
}
