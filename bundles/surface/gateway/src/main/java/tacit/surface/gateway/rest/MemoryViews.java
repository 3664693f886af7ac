package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Evidence;
import tacit.api.memory.ForgettingReport;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.RetentionPlan;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Paths;

/** How memories look as JSON, and whose they are by the path. */
final class MemoryViews {

    private MemoryViews() {}

    /** The user that the path names; a token of one user speaks for that user alone. */
    static Scope user(Call call) {
        Scope own = call.principal().scope();
        String user = Paths.parameter(call, "id");
        if (own.userId() != null && !own.userId().equals(user)) {
            throw new HttpProblem(404, "No such user in the token's scope");
        }
        return new Scope(own.workspaceId(), user);
    }

    static Map<String, Object> report(ForgettingReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("done", report.done());
        fields.put("places", report.places());
        fields.put("remarks", report.remarks());
        return fields;
    }

    static Map<String, Object> memory(MemoryRecord memory) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", memory.id());
        fields.put("layer", memory.layer());
        fields.put("kind", memory.kind());
        fields.put("subject", memory.subject());
        fields.put("text", memory.text());
        fields.put(
                "scope",
                Map.of(
                        "reach",
                        word(memory.scope().reach()),
                        "id",
                        memory.scope().id()));
        fields.put("visibility", word(memory.visibility()));
        fields.put("lane", word(memory.lane()));
        fields.put("state", word(memory.state()));
        fields.put("confidence", memory.confidence());
        fields.put("uses", memory.uses());
        put(fields, "validFrom", memory.validFrom());
        put(fields, "validUntil", memory.validUntil());
        put(fields, "supersededBy", memory.supersededBy());
        put(fields, "confirmedAt", memory.confirmedAt());
        put(fields, "createdAt", memory.createdAt());
        fields.put(
                "evidence",
                memory.evidence().stream().map(MemoryViews::evidence).toList());
        fields.put("attributes", memory.attributes());
        return fields;
    }

    static Map<String, Object> plan(RetentionPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("putAside", plan.putAside().stream().map(MemoryViews::due).toList());
        fields.put("deleted", plan.deleted().stream().map(MemoryViews::due).toList());
        fields.put("protected", plan.protectedOnes());
        fields.put("undoUntil", plan.undoUntil().toString());
        fields.put("overCharacters", plan.overCharacters());
        return fields;
    }

    private static Map<String, Object> due(RetentionPlan.Due due) {
        return Map.of(
                "id", due.memoryId(),
                "type", due.type(),
                "createdAt", due.createdAt().toString(),
                "reason", word(due.reason()),
                "title", due.title());
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return Map.of(
                "kind", word(evidence.kind()), "id", evidence.id(), "place", List.of(evidence.begin(), evidence.end()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
