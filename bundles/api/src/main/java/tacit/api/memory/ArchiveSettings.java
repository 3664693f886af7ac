package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What the archive of a workspace keeps. Immutable.
 *
 * @param enabled whether anything is kept
 * @param autoCapture whether something is captured
 * @param compression whether captures of one piece of work are summed up
 * @param retentionDays after how many days a memory may go; 0 for never
 * @param maxStorageMb so many million characters may be kept, at least 1
 * @param privacy how much is private
 * @param excludedPatterns regular expressions, whatever the case; a text that one of them finds is not captured
 */
public record ArchiveSettings(
        boolean enabled,
        boolean autoCapture,
        boolean compression,
        int retentionDays,
        int maxStorageMb,
        Privacy privacy,
        List<String> excludedPatterns) {

    /** The most patterns. */
    public static final int MOST_PATTERNS = 100;

    /** The settings of a workspace that has none of its own. */
    public static final ArchiveSettings USUAL =
            new ArchiveSettings(true, true, true, 90, 100, Privacy.NORMAL, List.of());

    /** How much is private. */
    public enum Privacy {
        /** What is marked so, or mentions what holds secrets. */
        NORMAL,
        /** Everything. */
        STRICT,
        /** Nothing is captured. */
        DISABLED
    }

    public ArchiveSettings {
        Objects.requireNonNull(privacy, "privacy");
        excludedPatterns = List.copyOf(excludedPatterns);
        if (retentionDays < 0 || retentionDays > 36_500) {
            throw new IllegalArgumentException("retentionDays must be in [0, 36500], got " + retentionDays);
        }
        if (maxStorageMb < 1 || maxStorageMb > 100_000) {
            throw new IllegalArgumentException("maxStorageMb must be in [1, 100000], got " + maxStorageMb);
        }
        if (excludedPatterns.size() > MOST_PATTERNS) {
            throw new IllegalArgumentException(
                    "excludedPatterns must be at most " + MOST_PATTERNS + ", got " + excludedPatterns.size());
        }
    }
}
