package tacit.memory.curated;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/**
 * One edit as it is done, at once or after somebody approved it: both ways carry this and nothing else.
 *
 * @param kind of a new entry; of others it restricts where an entry is looked for; null for none
 * @param id of the entry that is changed; null for a new one
 * @param content of the entry from now on; null for a removal
 * @param confidence that the entry gets at least
 */
record Edit(
        String workspaceId,
        @Nullable String userId,
        Act act,
        Target target,
        @Nullable String kind,
        @Nullable String id,
        @Nullable String content,
        double confidence,
        @Nullable String reason,
        @Nullable String taskId,
        Origin origin,
        List<Evidence> evidence) {

    /** The confidence of what somebody asked for. */
    static final double ASKED = 0.85;

    private static final String TARGET = "target";
    private static final String KIND = "kind";
    private static final String CONFIDENCE = "confidence";

    /** What an edit does. */
    enum Act {
        ADD,
        REPLACE,
        REMOVE,
        UPSERT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Edit of(CurationRequest request, Act act, double confidence) {
        String content = request.content() == null ? "" : Texts.collapsed(request.content(), Texts.LONGEST_CONTENT);
        if (act != Act.REMOVE && content.isEmpty()) {
            throw new IllegalArgumentException("content must be given to " + act.word() + " an entry");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
        boolean fresh = act == Act.ADD || act == Act.UPSERT;
        if (request.evidence().isEmpty() && act != Act.REMOVE) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
        String kind = request.kind() == null || request.kind().isBlank() ? null : Texts.kind(request.kind());
        return new Edit(
                request.workspaceId(),
                request.userId(),
                act,
                request.target(),
                kind == null && fresh ? usualKind(request.target()) : kind,
                fresh ? null : request.id(),
                act == Act.REMOVE ? null : content,
                confidence,
                request.reason(),
                request.taskId(),
                request.origin(),
                request.evidence());
    }

    static Edit of(MemoryWrite write) {
        TreeMap<String, String> parts = new TreeMap<>(write.payload());
        String content = parts.get(MemoryWrite.CONTENT);
        return new Edit(
                write.workspaceId(),
                parts.get(MemoryWrite.USER),
                choice(Act.class, "action", write.action()),
                choice(Target.class, TARGET, parts.getOrDefault(TARGET, "")),
                parts.get(KIND),
                parts.get(MemoryWrite.ID),
                content == null ? null : Texts.collapsed(content, Texts.LONGEST_CONTENT),
                Double.parseDouble(parts.getOrDefault(CONFIDENCE, String.valueOf(ASKED))),
                write.reason(),
                write.taskId(),
                write.origin(),
                write.evidence());
    }

    /** The edit as the gate looks at it and, if need be, keeps it. */
    MemoryWrite write(@Nullable String oldValue) {
        TreeMap<String, String> payload = new TreeMap<>();
        payload.put(TARGET, target.name().toLowerCase(Locale.ROOT));
        payload.put(CONFIDENCE, String.valueOf(confidence));
        put(payload, KIND, kind);
        put(payload, MemoryWrite.USER, userId);
        put(payload, MemoryWrite.ID, id);
        put(payload, MemoryWrite.CONTENT, content);
        return new MemoryWrite(
                workspaceId,
                MemoryWrite.Target.CURATED,
                act.word(),
                origin,
                taskId,
                payload,
                oldValue,
                reason,
                evidence);
    }

    /** The same for the entry that was found. */
    Edit withId(String found) {
        return new Edit(
                workspaceId, userId, act, target, kind, found, content, confidence, reason, taskId, origin, evidence);
    }

    Scope scope() {
        return target == Target.USER ? new Scope(workspaceId, userId) : Scope.ofWorkspace(workspaceId);
    }

    MemoryScope reach() {
        return target == Target.USER && userId != null ? MemoryScope.ofUser(userId) : MemoryScope.WORKSPACE;
    }

    Visibility visibility() {
        return target == Target.USER ? Visibility.PRIVATE : Visibility.SHARED;
    }

    /** What an agent or a distiller wrote is concluded, unless the evidence is somebody's own statement. */
    TrustLane lane() {
        boolean stated = origin == Origin.SYSTEM
                || evidence.stream().anyMatch(source -> source.kind() == Evidence.Kind.STATEMENT);
        return stated ? TrustLane.STATEMENT : TrustLane.INFERENCE;
    }

    static String usualKind(Target target) {
        return target == Target.USER ? "preference" : "project_fact";
    }

    private static void put(TreeMap<String, String> payload, String name, @Nullable String value) {
        if (value != null) {
            payload.put(name, value);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " must be one that the curated memory knows, got '" + word + "'");
    }
}
