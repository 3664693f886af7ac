package tacit.api.memory;

import java.util.Objects;

/**
 * A memory of the archive that was found. Immutable.
 *
 * @param record the memory
 * @param snippet its summary, else its begin
 * @param score in (0, 1], by its place among those found
 * @param detailTokens how much room the whole text takes, estimated
 */
public record ArchiveHit(MemoryRecord record, String snippet, double score, int detailTokens) {

    public ArchiveHit {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(snippet, "snippet");
    }
}
