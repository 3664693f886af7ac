package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;

/** How writes that wait look as JSON. */
final class WriteViews {

    private WriteViews() {}

    static Map<String, Object> write(PendingWrite pending) {
        MemoryWrite write = pending.write();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", pending.id());
        fields.put("status", word(pending.status()));
        fields.put("target", word(write.target()));
        fields.put("action", write.action());
        fields.put("origin", word(write.origin()));
        fields.put("summary", pending.summary());
        fields.put("risk", pending.risk());
        fields.put("payload", write.payload());
        put(fields, "taskId", write.taskId());
        put(fields, "oldValue", write.oldValue());
        put(fields, "reason", write.reason());
        put(fields, "createdAt", time(pending.createdAt()));
        put(fields, "reviewedAt", time(pending.reviewedAt()));
        put(fields, "reviewedBy", pending.reviewedBy());
        put(fields, "resolution", pending.resolution());
        return fields;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
