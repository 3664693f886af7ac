package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamRun;
import tacit.surface.gateway.rest.reply.Views;

/** How dreams look as JSON. */
final class DreamViews {

    private DreamViews() {}

    static Map<String, Object> run(DreamRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", run.id());
        fields.put("status", Views.word(run.status()));
        fields.put("trigger", Views.word(run.trigger()));
        fields.put("profileId", run.profileId());
        fields.put("scope", Views.word(run.scope()));
        fields.put("scopeRef", run.scopeRef());
        put(fields, "reference", run.reference());
        put(fields, "instructions", run.instructions());
        put(fields, "summary", run.summary());
        fields.put("evidence", run.evidence());
        fields.put("candidates", run.candidates());
        fields.put("merged", run.merged());
        fields.put("dropped", run.dropped());
        put(fields, "error", run.error());
        fields.put("startedAt", run.startedAt().toString());
        put(fields, "completedAt", run.completedAt());
        return fields;
    }

    static Map<String, Object> candidate(DreamCandidate candidate) {
        DreamDraft draft = candidate.draft();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", candidate.id());
        fields.put("runId", candidate.runId());
        put(fields, "userId", candidate.userId());
        fields.put("state", candidate.state().word());
        fields.put("action", draft.action().word());
        fields.put("target", draft.action().target());
        put(fields, "subjectId", draft.subjectId());
        put(fields, "currentValue", draft.currentValue());
        fields.put("proposedValue", draft.proposedValue());
        put(fields, "editedFrom", candidate.edited());
        fields.put("rationale", draft.rationale());
        fields.put("confidence", draft.confidence());
        fields.put(
                "evidence", candidate.evidence().stream().map(DreamViews::quote).toList());
        put(fields, "appliedId", candidate.appliedId());
        put(fields, "pendingId", candidate.pendingId());
        put(fields, "resolution", candidate.resolution());
        fields.put("createdAt", candidate.createdAt().toString());
        fields.put("updatedAt", candidate.updatedAt().toString());
        put(fields, "reviewedAt", candidate.reviewedAt());
        put(fields, "reviewedBy", candidate.reviewedBy());
        return fields;
    }

    private static Map<String, Object> quote(DreamCandidate.Quote quote) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", quote.id());
        fields.put("kind", Views.word(quote.kind()));
        fields.put("snippet", quote.snippet());
        fields.put("at", quote.at().toString());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof Instant time ? time.toString() : value);
        }
    }
}
