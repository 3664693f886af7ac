package tacit.api.memory;

import java.util.Locale;

/** What may become of a memory of the archive. */
public enum ArchivePrivacy {
    NORMAL,
    /** For its owner alone, never in a prompt. */
    PRIVATE,
    /** Words were taken out of it; never in a prompt. */
    REDACTED,
    /** Taken out of sight by its owner; its words are kept, and found by nothing. */
    SUPPRESSED;

    /** As it is stored, such as {@code suppressed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
