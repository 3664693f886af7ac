package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** Reads one line of Tacit's own format. */
final class TraceLineReader {

    private TraceLineReader() {}

    static TraceUpdate update(JsonNode line) {
        JsonNode spans = Json.arrayOrNone(line, "spans");
        List<Span> read = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            read.add(span(element(spans.get(i), "spans"), i));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode outcome : Json.arrayOrNone(line, "outcomes")) {
            outcomes.add(outcome(element(outcome, "outcomes")));
        }
        boolean late = read.isEmpty() && !outcomes.isEmpty();
        return new TraceUpdate(trace(Json.object(line, "trace"), late), read, outcomes);
    }

    private static Trace trace(JsonNode trace, boolean late) {
        JsonNode outcome = trace.path("outcome");
        return Trace.builder(Json.text(trace, "id"))
                .profileId(Json.textOrNone(trace, "profileId"))
                .sessionId(Json.textOrNone(trace, "sessionId"))
                .userId(Json.textOrNone(trace, "userId"))
                .agent(Json.textOrNone(trace, "agent"))
                .channel(Json.textOrNone(trace, "channel"))
                .startedAt(Json.timeOrNone(trace, "startedAt"))
                .endedAt(Json.timeOrNone(trace, "endedAt"))
                .status(choice(trace, "status", TraceStatus.class, late ? TraceStatus.RUNNING : TraceStatus.COMPLETED))
                .outcome(Json.isNone(outcome) ? Outcome.UNKNOWN : outcome(element(outcome, "outcome")))
                .harnessGeneration(Json.textOrNone(trace, "harnessGeneration"))
                .taskKey(Json.textOrNone(trace, "taskKey"))
                .attributes(attributes(trace))
                .build();
    }

    private static Span span(JsonNode span, int index) {
        var startedAt = Json.timeOrNone(span, "startedAt");
        var endedAt = Json.timeOrNone(span, "endedAt");
        if (startedAt != null && endedAt != null && endedAt.isBefore(startedAt)) {
            throw new BadLineException("endedAt must not be before startedAt");
        }
        List<SpanEvent> events = new ArrayList<>();
        for (JsonNode event : Json.arrayOrNone(span, "events")) {
            JsonNode object = element(event, "events");
            events.add(new SpanEvent(Json.text(object, "name"), Json.timeOrNone(object, "at"), attributes(object)));
        }
        String name = Json.textOrNone(span, "name");
        String operation = Json.text(span, "operation");
        return Span.builder(Json.text(span, "id"), operation, name == null ? operation : name)
                .parentId(Json.textOrNone(span, "parentId"))
                .position(position(span, index))
                .startedAt(startedAt)
                .endedAt(endedAt)
                .status(choice(span, "status", SpanStatus.class, SpanStatus.UNSET))
                .statusMessage(Json.textOrNone(span, "statusMessage"))
                .errorType(Json.textOrNone(span, "errorType"))
                .input(Json.content(span.path("input")))
                .output(Json.content(span.path("output")))
                .attributes(attributes(span))
                .events(events)
                .build();
    }

    private static Outcome outcome(JsonNode outcome) {
        OutcomeLabel label = choice(outcome, "label", OutcomeLabel.class, OutcomeLabel.UNKNOWN);
        OutcomeSource source = Json.isNone(outcome.path("source"))
                ? null
                : choice(outcome, "source", OutcomeSource.class, OutcomeSource.AGENT);
        if (source == null && label != OutcomeLabel.UNKNOWN) {
            throw new BadLineException("source must be given for an outcome");
        }
        return new Outcome(
                label,
                score(outcome.path("score")),
                source,
                Json.textOrNone(outcome, "name"),
                Json.textOrNone(outcome, "explanation"),
                Json.textOrNone(outcome, "spanId"),
                Json.timeOrNone(outcome, "at"));
    }

    private static @Nullable Double score(JsonNode score) {
        if (Json.isNone(score)) {
            return null;
        }
        if (!score.isNumber() || !Double.isFinite(score.doubleValue())) {
            throw new BadLineException("score must be a finite number");
        }
        return score.doubleValue();
    }

    private static long position(JsonNode span, int index) {
        JsonNode position = span.path("position");
        if (Json.isNone(position)) {
            return index;
        }
        if (!position.isIntegralNumber() || !position.canConvertToLong()) {
            throw new BadLineException("position must be a whole number");
        }
        return position.longValue();
    }

    private static <E extends Enum<E>> E choice(JsonNode parent, String field, Class<E> type, E fallback) {
        String text = Json.textOrNone(parent, field);
        if (text == null) {
            return fallback;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new BadLineException(field + " must be one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> attributes(JsonNode parent) {
        JsonNode node = parent.path("attributes");
        if (!node.isObject() && !Json.isNone(node)) {
            throw new BadLineException("attributes must be an object, got " + Json.kind(node));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                attributes.put(field.getKey(), value(field.getValue()));
            }
        });
        return attributes;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return node.isFloatingPointNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : node.asText();
    }

    private static JsonNode element(JsonNode node, String field) {
        if (!node.isObject()) {
            throw new BadLineException(field + " must hold objects, got " + Json.kind(node));
        }
        return node;
    }
}
