package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Writes Tacit's own format: what it writes, {@link TacitLinesSource} reads back equal. Thread-safe. */
public final class TraceLineWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Writes one line with its line break. */
    public void write(TraceUpdate update, Writer target) throws IOException {
        ObjectNode line = NODES.objectNode().put("tacit", 1);
        line.set("trace", trace(update.trace()));
        ArrayNode spans = line.putArray("spans");
        update.spans().forEach(span -> spans.add(span(span)));
        ArrayNode outcomes = line.putArray("outcomes");
        update.outcomes().forEach(outcome -> outcomes.add(outcome(outcome)));
        target.write(Json.write(line));
        target.write('\n');
    }

    private static ObjectNode trace(Trace trace) {
        ObjectNode node = NODES.objectNode().put("id", trace.id());
        text(node, "profileId", trace.profileId());
        text(node, "sessionId", trace.sessionId());
        text(node, "userId", trace.userId());
        text(node, "agent", trace.agent());
        text(node, "channel", trace.channel());
        time(node, "startedAt", trace.startedAt());
        time(node, "endedAt", trace.endedAt());
        node.put("status", lower(trace.status()));
        if (trace.outcome().label() != OutcomeLabel.UNKNOWN) {
            node.set("outcome", outcome(trace.outcome()));
        }
        text(node, "harnessGeneration", trace.harnessGeneration());
        text(node, "taskKey", trace.taskKey());
        attributes(node, trace.attributes());
        return node;
    }

    private static ObjectNode span(Span span) {
        ObjectNode node = NODES.objectNode().put("id", span.id());
        text(node, "parentId", span.parentId());
        node.put("operation", span.operation()).put("name", span.name()).put("position", span.position());
        time(node, "startedAt", span.startedAt());
        time(node, "endedAt", span.endedAt());
        node.put("status", lower(span.status()));
        text(node, "statusMessage", span.statusMessage());
        text(node, "errorType", span.errorType());
        text(node, "input", span.input());
        text(node, "output", span.output());
        attributes(node, span.attributes());
        if (!span.events().isEmpty()) {
            ArrayNode events = node.putArray("events");
            span.events().forEach(event -> events.add(event(event)));
        }
        return node;
    }

    private static ObjectNode event(SpanEvent event) {
        ObjectNode node = NODES.objectNode().put("name", event.name());
        time(node, "at", event.at());
        attributes(node, event.attributes());
        return node;
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode node = NODES.objectNode().put("label", lower(outcome.label()));
        if (outcome.score() != null) {
            node.put("score", outcome.score());
        }
        if (outcome.source() != null) {
            node.put("source", lower(outcome.source()));
        }
        text(node, "name", outcome.name());
        text(node, "explanation", outcome.explanation());
        text(node, "spanId", outcome.spanId());
        time(node, "at", outcome.at());
        return node;
    }

    private static void attributes(ObjectNode node, Map<String, Object> attributes) {
        if (!attributes.isEmpty()) {
            node.set("attributes", Json.MAPPER.valueToTree(attributes));
        }
    }

    private static void text(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    private static void time(ObjectNode node, String field, @Nullable Instant value) {
        if (value != null) {
            node.put(field, value.toString());
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
