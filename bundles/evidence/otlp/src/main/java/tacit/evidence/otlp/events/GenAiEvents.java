package tacit.evidence.otlp.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.evidence.otlp.map.Evaluations;
import tacit.evidence.otlp.map.EventMessages;
import tacit.evidence.otlp.map.Messages;
import tacit.evidence.otlp.map.SpanReading;
import tacit.evidence.otlp.wire.BadItemException;
import tacit.evidence.otlp.wire.WireLog;
import tacit.evidence.otlp.wire.WireSpan;

/** The OpenTelemetry events for generative AI: evaluations, and the messages of a model call beside its span. */
final class GenAiEvents implements EventFamily {

    private static final String DETAILS = "gen_ai.client.inference.operation.details";

    @Override
    public boolean owns(WireLog log) {
        return log.eventName().startsWith("gen_ai.");
    }

    @Override
    public void read(WireLog log, EventAssembly traces) {
        if (log.traceId() == null) {
            throw new BadItemException("traceId must be given");
        }
        if (log.eventName().equals(Evaluations.EVENT)) {
            // Whoever graded the run says nothing of how it ran
            Outcome outcome = Evaluations.outcome(log.attributes(), log.spanId(), log.at());
            traces.trace(log.traceId()).run().outcome(outcome);
        } else if (log.eventName().equals(DETAILS)) {
            traces.trace(log.traceId(), log).add(details(log, log.traceId()));
        } else {
            message(log, log.traceId(), traces.trace(log.traceId(), log));
        }
    }

    /** The call itself where no span tells of it; otherwise its messages, without counting its tokens twice. */
    private static SpanBuilder details(WireLog log, String traceId) {
        Map<String, Object> attributes = new LinkedHashMap<>(log.attributes());
        if (log.spanId() != null) {
            attributes.put("gen_ai.operation.name", Operation.STEP);
            attributes.keySet().removeIf(key -> key.startsWith("gen_ai.usage."));
        }
        Span span = SpanReading.of(new WireSpan(
                traceId,
                EventIds.span(traceId, log),
                log.spanId() == null ? EventIds.span(traceId, "unknown parent") : log.spanId(),
                log.eventName(),
                log.at(),
                log.at(),
                SpanStatus.UNSET,
                null,
                attributes,
                List.of(),
                log.emitter(),
                log.position()));
        return span.toBuilder();
    }

    private static void message(WireLog log, String traceId, EventTrace trace) {
        Messages input = new Messages();
        Messages output = new Messages();
        if (EventMessages.take(log.eventName(), log.attributes(), log.body(), input, output)) {
            String parent = log.spanId() == null ? EventIds.span(traceId, "unknown parent") : log.spanId();
            trace.add(EventSpan.start(log, traceId, parent, Operation.STEP, log.eventName())
                    .input(input.json())
                    .output(output.json()));
        }
    }
}
