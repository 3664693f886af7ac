package tacit.pulse.dreams;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a memory said to a change. Immutable.
 *
 * @param status what came of it
 * @param id of the memory that was changed or made; null unless it was done
 * @param pendingId of the write that waits; null unless it was staged
 * @param words why it was not done; empty when it was
 * @param memo what stood there before; null where nothing did
 */
record Deed(
        Status status,
        @Nullable String id,
        @Nullable String pendingId,
        String words,
        @Nullable Memo memo) {

    /** What can come of a change. */
    enum Status {
        DONE,
        STAGED,
        REFUSED
    }

    Deed {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(words, "words");
    }

    static Deed done(String id, @Nullable Memo memo) {
        return new Deed(Status.DONE, id, null, "", memo);
    }

    static Deed staged(@Nullable String pendingId) {
        return new Deed(Status.STAGED, null, pendingId, "It waits at the write gate for somebody's approval", null);
    }

    static Deed refused(String words) {
        return new Deed(Status.REFUSED, null, null, words, null);
    }
}
