package tacit.api.memory;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole memory as the payload of a {@link MemoryWrite}, so that what is approved is stored with every part that was proposed.
 *
 * <p>The text is {@link MemoryWrite#CONTENT} and the user to whom it belongs {@link MemoryWrite#USER}. Workspace and evidence are
 * those of the write.
 */
public final class MemoryPayload {

    /** The action of a write that stores a memory, or confirms the one that has its key. */
    public static final String KEEP = "keep";

    /** The action of a write that stores a memory in place of the one that {@link MemoryWrite#ID} names. */
    public static final String SUPERSEDE = "supersede";

    /** The action of a write that puts the memory of the archive aside that {@link MemoryWrite#ID} names; doing it again is harmless. */
    public static final String PUT_ASIDE = "put_aside";

    /** The action of a write that takes back what {@link #PUT_ASIDE} did to a memory. */
    public static final String TAKE_BACK = "take_back";

    private static final String ATTRIBUTE = "attribute.";

    private MemoryPayload() {}

    /** The parts of a memory, by name. */
    public static SortedMap<String, String> of(MemoryDraft draft) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("layer", draft.layer());
        parts.put("kind", draft.kind());
        parts.put("subject", draft.subject());
        parts.put(MemoryWrite.CONTENT, draft.text());
        parts.put("reach", word(draft.scope().reach()));
        put(
                parts,
                draft.scope().reach() == Reach.USER ? MemoryWrite.USER : "within",
                draft.scope().id());
        parts.put("visibility", word(draft.visibility()));
        parts.put("lane", word(draft.lane()));
        parts.put("confidence", String.valueOf(draft.confidence()));
        put(parts, "validFrom", draft.validFrom());
        put(parts, "validUntil", draft.validUntil());
        put(parts, "key", draft.key());
        draft.attributes().forEach((name, value) -> parts.put(ATTRIBUTE + name, value));
        return parts;
    }

    /**
     * The memory that a write proposes.
     *
     * @throws IllegalArgumentException when its payload is not the whole of a memory
     */
    public static MemoryDraft draft(MemoryWrite write) {
        SortedMap<String, String> parts = write.payload();
        Reach reach = choice(Reach.class, "reach", parts);
        SortedMap<String, String> attributes = new TreeMap<>();
        parts.tailMap(ATTRIBUTE).forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), value);
            }
        });
        return new MemoryDraft(
                write.workspaceId(),
                required(parts, "layer"),
                required(parts, "kind"),
                required(parts, "subject"),
                required(parts, MemoryWrite.CONTENT),
                new MemoryScope(reach, parts.getOrDefault(reach == Reach.USER ? MemoryWrite.USER : "within", "")),
                choice(Visibility.class, "visibility", parts),
                choice(TrustLane.class, "lane", parts),
                write.evidence(),
                Double.parseDouble(required(parts, "confidence")),
                time(parts, "validFrom"),
                time(parts, "validUntil"),
                parts.get("key"),
                attributes);
    }

    private static void put(SortedMap<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String required(SortedMap<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given in the payload of a memory");
        }
        return value;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, SortedMap<String, String> parts) {
        String word = required(parts, name);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(name + " must be one that is known, got '" + word + "'"));
    }

    private static @Nullable Instant time(SortedMap<String, String> parts, String name) {
        String text = parts.get(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time, got '" + text + "'", e);
        }
    }
}
