package tacit.api.store;

import java.util.List;

/**
 * One part of a long answer, in the order of the query. Immutable.
 *
 * @param rows the rows of this part
 * @param offset rows before this part
 * @param total rows of the whole answer when it was asked
 */
public record Page<T>(List<T> rows, long offset, long total) {

    public Page {
        rows = List.copyOf(rows);
        if (offset < 0 || total < 0) {
            throw new IllegalArgumentException("offset and total must not be negative, got " + offset + ", " + total);
        }
    }

    /** Whether rows follow after this part. */
    public boolean hasMore() {
        return offset + rows.size() < total;
    }
}
