package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What is looked for in the archive. Immutable.
 *
 * @param audience who will see it
 * @param text in words
 * @param types of these types only; empty for all
 * @param privateToo whether private memories are wanted: for their owner's own screen, never for an agent
 * @param limit in [1, 50]
 */
public record ArchiveQuery(Audience audience, String text, List<ArchiveType> types, boolean privateToo, int limit) {

    public ArchiveQuery {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(text, "text");
        types = List.copyOf(types);
        if (limit < 1 || limit > 50) {
            throw new IllegalArgumentException("limit must be in [1, 50], got " + limit);
        }
    }
}
