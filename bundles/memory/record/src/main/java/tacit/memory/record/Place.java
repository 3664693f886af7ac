package tacit.memory.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a memory stands among all, by the time at which it was stored; that never changes. Immutable.
 *
 * @param number of the memory, for those of one time
 * @param createdAt when it was stored
 */
record Place(long number, Instant createdAt) {

    static final Comparator<Place> NEWEST_FIRST =
            Comparator.comparing(Place::createdAt).thenComparing(Place::number).reversed();

    private static final String BETWEEN = "/";

    /** Reads what {@link #word} wrote. */
    static Place of(String word) {
        String[] parts = word.split(BETWEEN, 2);
        try {
            return new Place(Long.parseLong(parts[0]), Instant.parse(parts[parts.length - 1]));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("from must be a place that a step named, got '" + word + "'", e);
        }
    }

    String word() {
        return number + BETWEEN + createdAt;
    }
}
