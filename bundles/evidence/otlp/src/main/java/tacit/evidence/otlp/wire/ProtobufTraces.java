package tacit.evidence.otlp.wire;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

/** Reads {@code ExportTraceServiceRequest} in protobuf. */
final class ProtobufTraces {

    private ProtobufTraces() {}

    static Decoded<WireSpan> decode(byte[] body) {
        ExportTraceServiceRequest request = ProtobufBody.parse(body, ExportTraceServiceRequest.parser());
        Collected<WireSpan> spans = new Collected<>();
        for (int i = 0; i < request.getResourceSpansCount(); i++) {
            ResourceSpans resource = request.getResourceSpans(i);
            for (int j = 0; j < resource.getScopeSpansCount(); j++) {
                scope(resource, resource.getScopeSpans(j), "resourceSpans[" + i + "].scopeSpans[" + j + "]", spans);
            }
        }
        return spans.decoded();
    }

    private static void scope(ResourceSpans resource, ScopeSpans scope, String position, Collected<WireSpan> spans) {
        Emitter emitter = ProtobufBody.emitter(resource.getResource(), scope.getScope());
        List<Span> list = scope.getSpansList();
        for (int k = 0; k < list.size(); k++) {
            Span span = list.get(k);
            spans.add(position + ".spans[" + k + "]", place -> span(span, emitter, place));
        }
    }

    private static WireSpan span(Span span, Emitter emitter, String position) {
        return new WireSpan(
                Identifiers.trace(span.getTraceId().toByteArray()),
                Identifiers.span(span.getSpanId().toByteArray()),
                Identifiers.optional("parentSpanId", span.getParentSpanId().toByteArray(), false),
                span.getName(),
                UnixNanos.instant("startTimeUnixNano", span.getStartTimeUnixNano()),
                UnixNanos.instant("endTimeUnixNano", span.getEndTimeUnixNano()),
                status(span.getStatus().getCode()),
                blankToNull(span.getStatus().getMessage()),
                ProtobufValues.attributes(span.getAttributesList()),
                events(span.getEventsList()),
                emitter,
                position);
    }

    private static List<SpanEvent> events(List<Span.Event> events) {
        List<SpanEvent> list = new ArrayList<>(events.size());
        for (Span.Event event : events) {
            list.add(new SpanEvent(
                    event.getName(),
                    UnixNanos.instant("timeUnixNano", event.getTimeUnixNano()),
                    ProtobufValues.attributes(event.getAttributesList())));
        }
        return list;
    }

    private static SpanStatus status(Status.StatusCode code) {
        return switch (code) {
            case STATUS_CODE_OK -> SpanStatus.OK;
            case STATUS_CODE_ERROR -> SpanStatus.ERROR;
            case STATUS_CODE_UNSET, UNRECOGNIZED -> SpanStatus.UNSET;
        };
    }

    static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
