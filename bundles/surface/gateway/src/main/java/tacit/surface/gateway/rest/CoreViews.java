package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.Learning;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Page;

/** How cycles of the core, what they taught and suggestions look as JSON. Stateless. */
final class CoreViews {

    private CoreViews() {}

    static <T> Map<String, Object> page(Page<T> page, Function<T, Map<String, Object>> view) {
        return Map.of(
                "offset",
                page.offset(),
                "total",
                page.total(),
                "rows",
                page.rows().stream().map(view).toList());
    }

    static Map<String, Object> trace(CoreTrace trace) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", trace.id());
        fields.put("profileId", trace.draft().profileId());
        put(fields, "workspaceId", trace.draft().workspaceId());
        put(fields, "targetKey", trace.draft().targetKey());
        fields.put("sourceSurface", word(trace.draft().surface()));
        fields.put("traceKind", word(trace.draft().kind()));
        fields.put("runId", trace.draft().runId());
        put(fields, "parentId", trace.draft().parentId());
        fields.put("status", word(trace.status()));
        put(fields, "taskId", trace.taskId());
        put(fields, "result", trace.result());
        put(fields, "response", trace.response());
        put(fields, "summary", trace.summary());
        put(fields, "error", trace.error());
        fields.put("startedAt", trace.startedAt().toString());
        put(fields, "completedAt", trace.completedAt());
        return fields;
    }

    static Map<String, Object> whole(CoreTrace.Whole whole) {
        Map<String, Object> fields = trace(whole.trace());
        fields.put("events", whole.events().stream().map(CoreViews::event).toList());
        fields.put("memoryIds", whole.memoryIds());
        fields.put("children", whole.children());
        return fields;
    }

    private static Map<String, Object> event(CoreTrace.Event event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("phase", word(event.phase()));
        fields.put("eventType", event.type());
        fields.put("summary", event.summary());
        fields.put("details", event.details());
        fields.put("createdAt", event.at().toString());
        return fields;
    }

    static Map<String, Object> learning(Learning learning) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", learning.id());
        fields.put("profileId", learning.profileId());
        put(fields, "workspaceId", learning.workspaceId());
        fields.put("kind", word(learning.kind()));
        fields.put("summary", learning.summary());
        put(fields, "traceId", learning.traceId());
        put(fields, "reference", learning.reference());
        fields.put("createdAt", learning.at().toString());
        return fields;
    }

    static Map<String, Object> suggestion(Suggestion suggestion) {
        SuggestionDraft draft = suggestion.draft();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", suggestion.id());
        fields.put("profileId", draft.profileId());
        fields.put("workspaceId", draft.workspaceId());
        put(fields, "userId", draft.userId());
        fields.put("type", word(draft.type()));
        fields.put("class", word(draft.topic()));
        fields.put("source", draft.source());
        fields.put("title", draft.title());
        fields.put("whyNow", draft.whyNow());
        fields.put("description", draft.description());
        put(fields, "action", draft.action());
        fields.put("confidence", draft.confidence());
        fields.put("urgency", word(draft.urgency()));
        fields.put("evidence", draft.evidence());
        put(fields, "traceId", draft.traceId());
        fields.put("state", word(suggestion.state()));
        fields.put("score", suggestion.score());
        fields.put("scored", suggestion.scored());
        put(fields, "snoozedUntil", suggestion.snoozedUntil());
        put(fields, "surfacedAt", suggestion.surfacedAt());
        put(fields, "response", suggestion.response() == null ? null : word(suggestion.response()));
        put(fields, "executionId", suggestion.executionId());
        fields.put("createdAt", suggestion.createdAt().toString());
        fields.put("expiresAt", suggestion.expiresAt().toString());
        return fields;
    }

    static List<Map<String, Object>> suggestions(List<Suggestion> suggestions) {
        return suggestions.stream().map(CoreViews::suggestion).toList();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof java.time.Instant ? value.toString() : value);
        }
    }
}
