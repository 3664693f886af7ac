package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of an edit of the curated memory. Immutable.
 *
 * @param status what came of it
 * @param entry as it is now; null unless it was done
 * @param superseded entries that said something else about the same thing and no longer hold
 * @param file the file of the workspace that shows it now; null for none
 * @param pendingId of the write that waits; null unless it was staged
 * @param words for people: why it was not done, or which file does not show it yet; empty when all is well
 */
public record CurationResult(
        Status status,
        @Nullable MemoryRecord entry,
        List<String> superseded,
        @Nullable String file,
        @Nullable String pendingId,
        String words) {

    /** What can come of an edit. */
    public enum Status {
        DONE,
        /** It waits for somebody's approval. */
        STAGED,
        /** It must not be done, or cannot be as it stands. */
        REFUSED
    }

    public CurationResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(words, "words");
        superseded = List.copyOf(superseded);
    }
}
