package tacit.surface.gateway.rest.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditEntry;
import tacit.api.store.Page;
import tacit.api.trace.Outcome;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.Trace;

/** How evidence looks as JSON: the names of the model, lower case words for choices, ISO times, seconds for durations. */
public final class Views {

    private Views() {}

    public static <T> Map<String, Object> page(Page<T> page, Function<T, Map<String, Object>> view) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", page.rows().stream().map(view).toList());
        fields.put("offset", page.offset());
        fields.put("total", page.total());
        fields.put("hasMore", page.hasMore());
        return fields;
    }

    public static Map<String, Object> trace(Trace trace) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", trace.id());
        fields.put("workspaceId", trace.workspaceId());
        fields.put("sessionId", trace.sessionId());
        put(fields, "profileId", trace.profileId());
        put(fields, "userId", trace.userId());
        put(fields, "agent", trace.agent());
        put(fields, "channel", trace.channel());
        put(fields, "startedAt", time(trace.startedAt()));
        put(fields, "endedAt", time(trace.endedAt()));
        fields.put("status", word(trace.status()));
        fields.put("outcome", outcome(trace.outcome()));
        put(fields, "harnessGeneration", trace.harnessGeneration());
        put(fields, "taskKey", trace.taskKey());
        fields.put("attributes", trace.attributes());
        return fields;
    }

    public static Map<String, Object> recorded(RecordedTrace recorded, List<Outcome> outcomes) {
        Map<String, Object> fields = trace(recorded.trace());
        fields.put("outcomes", outcomes.stream().map(Views::outcome).toList());
        fields.put("spans", recorded.spans().stream().map(Views::span).toList());
        return fields;
    }

    public static Map<String, Object> outcome(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", word(outcome.label()));
        put(fields, "score", outcome.score());
        put(fields, "source", outcome.source() == null ? null : word(outcome.source()));
        put(fields, "name", outcome.name());
        put(fields, "explanation", outcome.explanation());
        put(fields, "spanId", outcome.spanId());
        put(fields, "at", time(outcome.at()));
        return fields;
    }

    public static Map<String, Object> audit(AuditEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", entry.sequence());
        fields.put("at", entry.at().toString());
        fields.put("actor", entry.actor());
        fields.put("action", entry.action());
        fields.put("subject", entry.subject());
        fields.put("details", entry.details());
        return fields;
    }

    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    public static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    public static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Map<String, Object> span(Span span) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", span.id());
        put(fields, "parentId", span.parentId());
        fields.put("operation", span.operation());
        fields.put("name", span.name());
        fields.put("position", span.position());
        put(fields, "startedAt", time(span.startedAt()));
        put(fields, "endedAt", time(span.endedAt()));
        fields.put("status", word(span.status()));
        put(fields, "statusMessage", span.statusMessage());
        put(fields, "errorType", span.errorType());
        put(fields, "input", span.input());
        put(fields, "output", span.output());
        fields.put("attributes", span.attributes());
        fields.put("events", span.events().stream().map(Views::event).toList());
        return fields;
    }

    private static Map<String, Object> event(SpanEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", event.name());
        put(fields, "at", time(event.at()));
        fields.put("attributes", event.attributes());
        return fields;
    }
}
