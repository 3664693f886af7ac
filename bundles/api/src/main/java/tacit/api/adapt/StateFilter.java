package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are wanted; null parts do not restrict. Immutable.
 *
 * @param kind the exact kind
 * @param from stored first at this time or later
 * @param until stored first before this time
 * @param before of a smaller sequence only: to read on after the last one of a list
 */
public record StateFilter(
        String kind,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before) {

    public StateFilter {
        Objects.requireNonNull(kind, "kind");
    }

    /** All of a kind. */
    public static StateFilter of(String kind) {
        return new StateFilter(kind, null, null, null);
    }

    /** The same, after the document of that sequence. */
    public StateFilter readingOn(long sequence) {
        return new StateFilter(kind, from, until, sequence);
    }
}
