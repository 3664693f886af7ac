package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A write that waits, or waited, for somebody's approval. Immutable.
 *
 * @param id given by the gate
 * @param write what is wanted; secrets in it are masked
 * @param summary what it would do, in one line
 * @param risk in [0, 1]
 * @param status where it stands
 * @param createdAt when it was proposed
 * @param reviewedAt null until then
 * @param reviewedBy null until then
 * @param resolution what the reviewer said, or why it could not be applied; null for nothing
 */
public record PendingWrite(
        String id,
        MemoryWrite write,
        String summary,
        double risk,
        Status status,
        Instant createdAt,
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy,
        @Nullable String resolution) {

    /** Where a pending write stands. */
    public enum Status {
        PENDING,
        APPLYING,
        APPLIED,
        FAILED,
        REJECTED
    }

    public PendingWrite {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(write, "write");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
