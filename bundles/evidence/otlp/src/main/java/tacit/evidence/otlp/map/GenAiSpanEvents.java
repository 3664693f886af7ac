package tacit.evidence.otlp.map;

import java.util.Iterator;
import java.util.Map;
import tacit.api.trace.SpanEvent;

/** Span events that carry the messages of a model call, or what a grader said of the span. */
final class GenAiSpanEvents implements Convention {

    @Override
    public void read(SpanDraft span) {
        Messages input = new Messages();
        Messages output = new Messages();
        for (Iterator<SpanEvent> events = span.events().iterator(); events.hasNext(); ) {
            if (take(events.next(), input, output, span)) {
                events.remove();
            }
        }
        span.offerInput(input.json());
        span.offerOutput(output.json());
    }

    private static boolean take(SpanEvent event, Messages input, Messages output, SpanDraft span) {
        Map<String, Object> attributes = event.attributes();
        switch (event.name()) {
            case "gen_ai.content.prompt" ->
                MessageTexts.addTo(input, Draft.text(attributes.get("gen_ai.prompt")), "user");
            case "gen_ai.content.completion" ->
                MessageTexts.addTo(output, Draft.text(attributes.get("gen_ai.completion")), "assistant");
            case "gen_ai.client.inference.operation.details" -> details(event, span);
            case Evaluations.EVENT ->
                span.run()
                        .outcome(Evaluations.outcome(
                                new Draft(attributes),
                                span.wire().parentId() == null
                                        ? null
                                        : span.wire().id(),
                                event.at()));
            default -> {
                return EventMessages.take(event.name(), attributes, null, input, output);
            }
        }
        return true;
    }

    /** The attributes of the event are those of the span. */
    private static void details(SpanEvent event, SpanDraft span) {
        event.attributes().forEach(span.attributes()::put);
        new GenAi().read(span);
    }
}
