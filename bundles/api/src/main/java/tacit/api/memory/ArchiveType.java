package tacit.api.memory;

import java.util.Locale;

/** What a memory of the archive is. */
public enum ArchiveType {
    OBSERVATION,
    DECISION,
    ERROR,
    INSIGHT,
    SCREEN_CONTEXT,
    SUMMARY,
    PREFERENCE,
    CONSTRAINT,
    TIMING_PREFERENCE,
    WORKFLOW_PATTERN,
    CORRECTION_RULE,
    /** That something was imported; what came with it are memories of their own. */
    IMPORT;

    /** As it is stored, such as {@code screen_context}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
