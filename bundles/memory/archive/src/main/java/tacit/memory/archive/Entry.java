package tacit.memory.archive;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.memory.words.Tokens;

/**
 * A memory as it is stored, at once or after somebody approved it: both ways carry this and nothing else.
 *
 * @param tokens of the whole text, which {@code content} may be the begin of
 * @param batch those of one are summed up together; null for one that is not
 * @param importId the import that brought it; null for none
 * @param reach who finds it
 */
record Entry(
        String workspaceId,
        MemoryScope reach,
        @Nullable String taskId,
        ArchiveType type,
        String content,
        int tokens,
        ArchivePrivacy privacy,
        TrustLane lane,
        List<Evidence> evidence,
        ArchiveOrigin origin,
        @Nullable String batch,
        @Nullable String importId) {

    private static final String TYPE = "type";
    // Not "tokens": who looks for secrets by names takes that for one.
    private static final String SIZE = "size";
    // Not "key", for the same reason.
    private static final String SAME = "same";
    private static final String LANE = "lane";
    private static final String EVERYWHERE = "everywhere";

    /**
     * The entry as the gate looks at it and, if need be, keeps it.
     *
     * @param key what stands for the same again; null for none
     */
    MemoryWrite write(@Nullable String key) {
        TreeMap<String, String> payload = new TreeMap<>();
        payload.put(MemoryWrite.CONTENT, content);
        payload.put(TYPE, type.word());
        put(payload, SIZE, isCut() ? String.valueOf(tokens) : null);
        payload.put(Fields.PRIVACY, privacy.word());
        payload.put(LANE, lane.name());
        payload.put(Fields.ORIGIN, origin.word());
        put(payload, MemoryWrite.USER, reach.reach() == Reach.USER ? reach.id() : null);
        put(payload, Fields.BATCH, batch);
        put(payload, Fields.IMPORT, importId);
        put(payload, SAME, key);
        put(payload, EVERYWHERE, reach.reach() == Reach.GLOBAL ? "true" : null);
        return new MemoryWrite(
                workspaceId, MemoryWrite.Target.ARCHIVE, "add", asker(), taskId, payload, null, null, evidence);
    }

    /** Whether the content is the begin of a longer text only. */
    boolean isCut() {
        return content.endsWith(Texts.TRUNCATED);
    }

    /** What stands for the same again, as it was when the write was proposed; null for none. */
    static @Nullable String key(MemoryWrite write) {
        return write.payload().get(SAME);
    }

    static Entry of(MemoryWrite write) {
        if (!write.action().equals("add")) {
            throw new IllegalArgumentException("action must be add, got '" + write.action() + "'");
        }
        TreeMap<String, String> parts = new TreeMap<>(write.payload());
        ArchiveOrigin origin = choice(ArchiveOrigin.class, Fields.ORIGIN, parts);
        int most = origin == ArchiveOrigin.IMPORT ? Importing.LONGEST : Texts.LONGEST_CONTENT;
        String content = Texts.bounded(parts.getOrDefault(MemoryWrite.CONTENT, ""), most);
        boolean cut = content.endsWith(Texts.TRUNCATED);
        return new Entry(
                write.workspaceId(),
                reach(parts.get(MemoryWrite.USER), parts.containsKey(EVERYWHERE)),
                write.taskId(),
                choice(ArchiveType.class, TYPE, parts),
                content,
                cut ? Integer.parseInt(parts.getOrDefault(SIZE, "0")) : Tokens.of(content),
                choice(ArchivePrivacy.class, Fields.PRIVACY, parts),
                choice(TrustLane.class, LANE, parts),
                write.evidence(),
                origin,
                parts.get(Fields.BATCH),
                parts.get(Fields.IMPORT));
    }

    /** One user, every workspace, or all of the workspace. */
    static MemoryScope reach(@Nullable String userId, boolean everywhere) {
        if (everywhere) {
            return new MemoryScope(Reach.GLOBAL, "");
        }
        return userId == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(userId);
    }

    Visibility visibility() {
        return privacy == ArchivePrivacy.NORMAL ? Visibility.SHARED : Visibility.PRIVATE;
    }

    private MemoryWrite.Origin asker() {
        return switch (origin) {
            case TOOL -> MemoryWrite.Origin.AGENT_TOOL;
            case HEARTBEAT, PROACTIVE -> MemoryWrite.Origin.BACKGROUND;
            case SYSTEM -> MemoryWrite.Origin.DISTILL;
            case TASK, CHRONICLE, PLAYBOOK, IMPORT, UNKNOWN -> MemoryWrite.Origin.AUTO_CAPTURE;
        };
    }

    private static void put(TreeMap<String, String> payload, String name, @Nullable String value) {
        if (value != null) {
            payload.put(name, value);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, TreeMap<String, String> parts) {
        String word = parts.getOrDefault(name, "").toUpperCase(Locale.ROOT);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " must be one that the archive knows, got '" + word + "'");
    }
}
