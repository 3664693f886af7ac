package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says to a write. Immutable.
 *
 * @param answer what it says
 * @param pendingId of the write that waits; null unless it was staged
 * @param words why, for people; empty when it is allowed
 */
public record GateDecision(Answer answer, @Nullable String pendingId, String words) {

    /** What the gate can say. */
    public enum Answer {
        /** Do it. */
        ALLOWED,
        /** It waits for somebody's approval; nothing was changed. */
        STAGED,
        /** It must not be done. */
        BLOCKED
    }

    public GateDecision {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(words, "words");
        if ((pendingId != null) != (answer == Answer.STAGED)) {
            throw new IllegalArgumentException("pendingId must be there exactly for a staged write, got " + pendingId);
        }
    }
}
