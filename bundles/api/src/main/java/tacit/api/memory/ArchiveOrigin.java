package tacit.api.memory;

import java.util.Locale;

/** Where a memory of the archive comes from. */
public enum ArchiveOrigin {
    TASK,
    HEARTBEAT,
    TOOL,
    CHRONICLE,
    PLAYBOOK,
    PROACTIVE,
    IMPORT,
    SYSTEM,
    UNKNOWN;

    /** As it is stored, such as {@code heartbeat}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
