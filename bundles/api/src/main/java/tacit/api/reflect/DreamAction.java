package tacit.api.reflect;

import java.util.Locale;

/** What a candidate would do, each with the memory that owns what it changes. */
public enum DreamAction {
    /** A curated entry is added. */
    CURATED_ADD("curated_memory"),
    /** A curated entry gets another text. */
    CURATED_REPLACE("curated_memory"),
    /** A curated entry is put aside. */
    CURATED_ARCHIVE("curated_memory"),
    /** A memory of the archive is put aside. */
    ARCHIVE_MARK_STALE("archive_memory"),
    /** What is known on a topic is collected. */
    TOPIC_PACK_UPDATE("topic_pack"),
    /** Something is kept as not worth a suggestion. */
    IGNORED_NOISE_PATTERN("suggestion_policy"),
    /** Something that is not done yet is kept. */
    OPEN_LOOP("core_memory"),
    /** Something that comes again and again is kept. */
    RECURRING_TASK("core_memory"),
    /** What must or must not be done is kept. */
    CONSTRAINT("core_memory"),
    /** What was taken or done wrongly is kept with what is right. */
    CORRECTION("core_memory");

    private final String target;

    DreamAction(String target) {
        this.target = target;
    }

    /** The memory that it changes, such as {@code curated_memory}. */
    public String target() {
        return target;
    }

    /** As it is stored and shown, such as {@code curated_add}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
