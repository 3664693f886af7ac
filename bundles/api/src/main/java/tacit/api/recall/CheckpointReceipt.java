package tacit.api.recall;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a state that might be kept. Immutable.
 *
 * @param status whether it was kept
 * @param checkpoint as it would be restored; null unless it was kept
 * @param flushDue whether little room is left in the prompt, so that now is the time to sum up and to keep that
 */
public record CheckpointReceipt(Status status, @Nullable Checkpoint checkpoint, boolean flushDue) {

    /** Whether a state was kept. */
    public enum Status {
        SAVED,
        /** The last one of the run says the same. */
        UNCHANGED,
        /** Nothing happened yet that makes it worth keeping. */
        NOT_DUE,
        /** Nothing is kept here. */
        OFF
    }

    public CheckpointReceipt {
        Objects.requireNonNull(status, "status");
    }
}
