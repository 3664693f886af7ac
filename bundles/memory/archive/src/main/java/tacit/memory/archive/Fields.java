package tacit.memory.archive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;

/** How memories of the archive are laid down: what they have besides their words are attributes. */
final class Fields {

    static final String LAYER = "archive";

    static final String ORIGIN = "origin";
    static final String TASK = "task";
    static final String TOKENS = "tokens";
    static final String SUMMARY = "summary";
    static final String SUMMARY_TOKENS = "summary.tokens";
    static final String PRIVACY = "privacy";
    static final String TIER = "tier";
    static final String BATCH = "batch";
    /** The summary that a memory is in, or {@link #WAITING}. */
    static final String DIGEST = "digest";

    static final String WAITING = "waiting";
    static final String SOURCES = "sources";
    static final String IMPORT = ArchiveUpkeep.IMPORT;
    static final String IGNORED = ArchiveUpkeep.IGNORED;
    /** Why a memory was put aside, and when. */
    static final String ASIDE = "aside";

    static final String ASIDE_AT = "aside.at";
    static final String KEPT_AT = "kept.at";

    private static final List<String> PROTECTED_TYPES =
            List.of("decision", "correction", "correction_rule", "playbook", "import");

    private Fields() {}

    static boolean isArchive(MemoryRecord record) {
        return record.layer().equals(LAYER);
    }

    static ArchiveOrigin origin(MemoryRecord record) {
        return choice(ArchiveOrigin.class, record.attribute(ORIGIN).orElse(""), ArchiveOrigin.UNKNOWN);
    }

    static ArchivePrivacy privacy(MemoryRecord record) {
        return choice(ArchivePrivacy.class, record.attribute(PRIVACY).orElse(""), ArchivePrivacy.NORMAL);
    }

    static ArchiveType type(MemoryRecord record) {
        return choice(ArchiveType.class, record.kind(), ArchiveType.OBSERVATION);
    }

    /** Whether it never goes by itself. */
    static boolean isProtected(MemoryRecord record) {
        ArchiveOrigin origin = origin(record);
        return PROTECTED_TYPES.contains(record.kind())
                || origin == ArchiveOrigin.PLAYBOOK
                || origin == ArchiveOrigin.IMPORT;
    }

    /** Whether a prompt may hold it, as far as it says itself. */
    static boolean mayBeRecalled(MemoryRecord record) {
        return record.state() == MemoryState.ACTIVE
                && privacy(record) == ArchivePrivacy.NORMAL
                && !record.attributes().containsKey(IGNORED)
                && !Marks.ignoresRecall(record.text());
    }

    /** Its summary, else its begin. */
    static String snippet(MemoryRecord record) {
        return record.attribute(SUMMARY).orElseGet(() -> Texts.cut(record.text(), 200));
    }

    static SortedMap<String, String> one(String name, String value) {
        return new TreeMap<>(Map.of(name, value));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word, E otherwise) {
        String name = word.toUpperCase(Locale.ROOT);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return otherwise;
    }
}
