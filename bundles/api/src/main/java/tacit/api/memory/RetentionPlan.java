package tacit.api.memory;

import java.time.Instant;
import java.util.List;

/**
 * What retention would do, or did. Immutable.
 *
 * @param putAside memories that are put aside, and can be taken back until {@code undoUntil}
 * @param deleted memories that were put aside longer ago than that, and go for good
 * @param protectedOnes how many would be due and stay for what they are
 * @param undoUntil until when those that are put aside now can be taken back
 * @param overCharacters by how much the archive is over its bound all the same; 0 when it is not
 */
public record RetentionPlan(
        List<Due> putAside, List<Due> deleted, long protectedOnes, Instant undoUntil, long overCharacters) {

    /** Why a memory is due. */
    public enum Reason {
        TOO_OLD,
        TOO_MUCH,
        UNUSED
    }

    /**
     * A memory that is due.
     *
     * @param memoryId the memory
     * @param type what it is
     * @param createdAt when it was captured
     * @param reason why
     * @param title its begin, for people
     */
    public record Due(String memoryId, String type, Instant createdAt, Reason reason, String title) {}

    public RetentionPlan {
        putAside = List.copyOf(putAside);
        deleted = List.copyOf(deleted);
    }
}
