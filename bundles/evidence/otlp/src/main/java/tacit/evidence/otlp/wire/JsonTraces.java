package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

/** Reads {@code ExportTraceServiceRequest} in JSON. */
final class JsonTraces {

    private JsonTraces() {}

    static Decoded<WireSpan> decode(JsonNode request) {
        Collected<WireSpan> spans = new Collected<>();
        JsonBody.eachScope(request, "resourceSpans", "scopeSpans", (emitter, scope, position) -> {
            JsonNode list = JsonBody.list(scope, "spans", position);
            for (int k = 0; k < list.size(); k++) {
                JsonNode span = list.get(k);
                spans.add(position + ".spans[" + k + "]", place -> span(span, emitter, place));
            }
        });
        return spans.decoded();
    }

    private static WireSpan span(JsonNode span, Emitter emitter, String position) {
        JsonFields.object("span", span);
        JsonNode status = JsonFields.object(span, "status");
        return new WireSpan(
                Identifiers.trace(JsonFields.text(span, "traceId")),
                Identifiers.span(JsonFields.text(span, "spanId")),
                Identifiers.optional("parentSpanId", JsonFields.text(span, "parentSpanId"), false),
                JsonFields.text(span, "name"),
                UnixNanos.instant("startTimeUnixNano", JsonFields.number(span, "startTimeUnixNano")),
                UnixNanos.instant("endTimeUnixNano", JsonFields.number(span, "endTimeUnixNano")),
                status(JsonFields.field(status, "code")),
                JsonFields.optionalText(status, "message"),
                JsonAnyValues.attributes(span),
                events(JsonFields.array(span, "events")),
                emitter,
                position);
    }

    private static List<SpanEvent> events(JsonNode events) {
        List<SpanEvent> list = new ArrayList<>(events.size());
        for (JsonNode event : events) {
            JsonFields.object("event", event);
            list.add(new SpanEvent(
                    JsonFields.text(event, "name"),
                    UnixNanos.instant("timeUnixNano", JsonFields.number(event, "timeUnixNano")),
                    JsonAnyValues.attributes(event)));
        }
        return list;
    }

    private static SpanStatus status(JsonNode code) {
        return switch (code.asText("STATUS_CODE_UNSET")) {
            case "STATUS_CODE_UNSET", "0" -> SpanStatus.UNSET;
            case "STATUS_CODE_OK", "1" -> SpanStatus.OK;
            case "STATUS_CODE_ERROR", "2" -> SpanStatus.ERROR;
            default -> unknown(code);
        };
    }

    /** Like protobuf's open enums: a number of a later version is unset; a name that nobody knows is a mistake. */
    private static SpanStatus unknown(JsonNode code) {
        if (code.isIntegralNumber()) {
            return SpanStatus.UNSET;
        }
        throw new BadItemException(
                "status.code must be one of STATUS_CODE_UNSET, STATUS_CODE_OK, STATUS_CODE_ERROR, 0, 1, 2");
    }
}
