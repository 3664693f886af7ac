package tacit.evidence.otlp.map;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.wire.Emitter;
import tacit.evidence.otlp.wire.WireSpan;

/** Spans as they come over the wire, and what is read of them. */
final class Wires {

    private Wires() {}

    static Span span(Object... pairs) {
        return update(pairs).spans().get(0);
    }

    static TraceUpdate update(Object... pairs) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return assembled(wire(attributes, List.of(), SpanStatus.UNSET));
    }

    static TraceUpdate assembled(WireSpan wire) {
        TraceAssembly assembly = new TraceAssembly(false);
        assembly.add(wire);
        return assembly.updates().get(0);
    }

    static Span read(WireSpan wire) {
        return SpanReading.of(wire);
    }

    static WireSpan wire(Map<String, Object> attributes, List<SpanEvent> events, SpanStatus status) {
        return wire(new Emitter(Map.of(), ""), attributes, events, status);
    }

    static WireSpan wire(Emitter emitter, Map<String, Object> attributes, List<SpanEvent> events, SpanStatus status) {
        return new WireSpan(
                "t", "a", null, "n", Instant.EPOCH, Instant.EPOCH, status, null, attributes, events, emitter, "p");
    }
}
