package tacit.api.store;

/**
 * Which part of a long answer is wanted. Immutable.
 *
 * @param offset rows to skip, at least 0
 * @param limit rows wanted, in [1, 1000]
 */
public record PageRequest(long offset, int limit) {

    /** The most rows that one page may hold. */
    public static final int MAX_LIMIT = 1000;

    public PageRequest {
        if (offset < 0) {
            throw new IllegalArgumentException("offset must not be negative, got " + offset);
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be in [1, " + MAX_LIMIT + "], got " + limit);
        }
    }

    /** The first {@code limit} rows. */
    public static PageRequest first(int limit) {
        return new PageRequest(0, limit);
    }
}
