package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a capture. Immutable.
 *
 * @param reason what came of it
 * @param record as it is stored; null unless it was
 * @param pendingId of the write that waits; null unless it does
 * @param words for people: why it was not stored; empty when it was
 */
public record CaptureResult(
        Reason reason,
        @Nullable MemoryRecord record,
        @Nullable String pendingId,
        String words) {

    /** What can come of a capture. */
    public enum Reason {
        STORED,
        /** It waits for somebody's approval. */
        STAGED,
        /** The run is one that is not remembered. */
        NOT_RETAINED,
        /** The text asks not to be remembered. */
        MARKED_NO_MEMORY,
        /** The archive of the workspace is off. */
        DISABLED,
        /** The capture of the workspace is off. */
        CAPTURE_OFF,
        /** The workspace remembers nothing for privacy. */
        PRIVACY,
        /** A pattern of the workspace excludes the text. */
        EXCLUDED,
        /** The gate blocked it. */
        BLOCKED,
        /** The store refused it: nothing shows where it comes from, or it was deleted before. */
        REFUSED
    }

    public CaptureResult {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(words, "words");
    }

    /** Whether it was stored. */
    public boolean stored() {
        return reason == Reason.STORED;
    }
}
