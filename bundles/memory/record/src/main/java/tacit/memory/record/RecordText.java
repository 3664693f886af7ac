package tacit.memory.record;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/** A whole memory as one JSON text: for its history, and for those who must forget it. */
final class RecordText {

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private RecordText() {}

    static String of(MemoryRecord memory) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("id", memory.id());
        values.put("workspaceId", memory.workspaceId());
        values.put("layer", memory.layer());
        values.put("kind", memory.kind());
        values.put("subject", memory.subject());
        values.put("text", memory.text());
        values.put("reach", memory.scope().reach().name());
        values.put("scopeId", memory.scope().id());
        values.put("visibility", memory.visibility().name());
        values.put("lane", memory.lane().name());
        values.put("evidence", Json.evidence(memory.evidence()));
        values.put("confidence", String.valueOf(memory.confidence()));
        put(values, "validFrom", memory.validFrom());
        put(values, "validUntil", memory.validUntil());
        values.put("state", memory.state().name());
        put(values, "supersededBy", memory.supersededBy());
        values.put("uses", String.valueOf(memory.uses()));
        put(values, "lastUsedAt", memory.lastUsedAt());
        put(values, "confirmedAt", memory.confirmedAt());
        put(values, "createdAt", memory.createdAt());
        put(values, "updatedAt", memory.updatedAt());
        values.put("attributes", Json.write(memory.attributes()));
        return Json.write(values);
    }

    static MemoryRecord read(String json) {
        Map<String, String> values = Json.read(json, MAP);
        List<Evidence> evidence = Json.evidence(text(values, "evidence"));
        return new MemoryRecord(
                text(values, "id"),
                text(values, "workspaceId"),
                text(values, "layer"),
                text(values, "kind"),
                text(values, "subject"),
                text(values, "text"),
                new MemoryScope(Reach.valueOf(text(values, "reach")), text(values, "scopeId")),
                Visibility.valueOf(text(values, "visibility")),
                TrustLane.valueOf(text(values, "lane")),
                evidence,
                Double.parseDouble(text(values, "confidence")),
                time(values, "validFrom"),
                time(values, "validUntil"),
                MemoryState.valueOf(text(values, "state")),
                values.get("supersededBy"),
                Long.parseLong(text(values, "uses")),
                time(values, "lastUsedAt"),
                Instant.parse(text(values, "confirmedAt")),
                Instant.parse(text(values, "createdAt")),
                Instant.parse(text(values, "updatedAt")),
                Json.attributes(text(values, "attributes")));
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static String text(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static @Nullable Instant time(Map<String, String> values, String name) {
        String text = values.get(name);
        return text == null ? null : Instant.parse(text);
    }
}
