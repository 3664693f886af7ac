package tacit.evidence.otlp.map;

import java.util.List;
import tacit.evidence.otlp.wire.WireSpan;

/** Asks every convention in turn what a span says. Stateless. */
final class SpanMapping {

    /** From what Tacit itself defines, over the current names, to the deprecated ones. */
    private static final List<Convention> CONVENTIONS = List.of(
            new TacitNames(),
            new GenAi(),
            new OpenInference(),
            new SpringAi(),
            new GoogleAdk(),
            new VercelAi(),
            new Traceloop(),
            new GenAiDeprecated(),
            new GenAiSpanEvents(),
            new Exceptions());

    private SpanMapping() {}

    static SpanDraft read(WireSpan wire) {
        SpanDraft draft = new SpanDraft(wire);
        if (!wire.emitter().scope().isBlank()) {
            draft.attributes().put("otel.scope.name", wire.emitter().scope());
        }
        CONVENTIONS.forEach(convention -> convention.read(draft));
        return draft;
    }
}
