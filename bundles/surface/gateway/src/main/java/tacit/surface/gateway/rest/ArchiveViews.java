package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.memory.ArchiveFormat;
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.KeptImport;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationBackfill;
import tacit.api.store.Scope;

/** How the archive looks as JSON. */
final class ArchiveViews {

    private static final String LAYER = "archive";

    private ArchiveViews() {}

    /** A memory that the archive of the scope's own workspace has. */
    static MemoryRecord found(MemoryStore memories, Scope scope, String id) {
        return memories.find(scope, id)
                .filter(memory ->
                        memory.layer().equals(LAYER) && memory.workspaceId().equals(scope.workspaceId()))
                .orElseThrow(() -> new HttpProblem(404, "No such memory in the archive of the token's scope"));
    }

    static Map<String, Object> imported(ArchiveFormat format, ArchiveImported imported) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "importId", imported.importId());
        fields.put("format", format.word());
        fields.put("found", imported.found());
        fields.put("created", imported.created());
        fields.put("staged", imported.staged());
        fields.put("duplicates", imported.duplicates());
        fields.put("truncated", imported.truncated());
        fields.put("errors", imported.errors());
        return fields;
    }

    static Map<String, Object> kept(KeptImport kept) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", kept.id());
        fields.put("title", kept.title());
        put(fields, "userId", kept.userId());
        fields.put("private", kept.privately());
        fields.put("memories", kept.memories());
        fields.put("ignored", kept.ignored());
        fields.put("at", kept.at().toString());
        return fields;
    }

    static Map<String, Object> settings(ArchiveSettings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("enabled", settings.enabled());
        fields.put("autoCapture", settings.autoCapture());
        fields.put("compression", settings.compression());
        fields.put("retentionDays", settings.retentionDays());
        fields.put("maxStorageMb", settings.maxStorageMb());
        fields.put("privacy", word(settings.privacy()));
        fields.put("excludedPatterns", settings.excludedPatterns());
        return fields;
    }

    static Map<String, Object> observation(Observation observation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("memoryId", observation.memoryId());
        put(fields, "taskId", observation.taskId());
        fields.put("type", observation.type().word());
        fields.put("origin", observation.origin().word());
        fields.put("title", observation.title());
        fields.put("subtitle", observation.subtitle());
        fields.put("narrative", observation.narrative());
        fields.put("facts", observation.facts());
        fields.put("concepts", observation.concepts());
        fields.put("filesRead", observation.filesRead());
        fields.put("filesModified", observation.filesModified());
        fields.put("captureReason", observation.captureReason());
        fields.put("privacy", observation.privacy().word());
        fields.put("generatedBy", observation.generatedBy());
        fields.put("detailTokens", observation.detailTokens());
        fields.put("createdAt", observation.createdAt().toString());
        return fields;
    }

    static Map<String, Object> backfill(ObservationBackfill done) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("total", done.total());
        fields.put("processed", done.processed());
        fields.put("failed", done.failed());
        fields.put("pending", done.pending());
        fields.put("errors", done.errors());
        return fields;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
