package tacit.evidence.otlp.map;

import tacit.api.trace.Span;
import tacit.evidence.otlp.wire.WireSpan;

/** Understands one span on its own, apart from its trace. */
public final class SpanReading {

    private SpanReading() {}

    public static Span of(WireSpan wire) {
        return SpanMapping.read(wire).span(0);
    }
}
