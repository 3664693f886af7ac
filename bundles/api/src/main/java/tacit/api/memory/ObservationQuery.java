package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which observations are wanted. Immutable.
 *
 * @param audience who will see them
 * @param text in words; empty for the newest
 * @param types of these only; empty for all
 * @param origins of these only; empty for all
 * @param privacy of these only; empty for all but suppressed ones. Private ones are answered only when named here
 * @param from captured at this time or later; null for any
 * @param until captured before this time; null for any
 * @param offset so many are passed over
 * @param limit in [1, 100]
 */
public record ObservationQuery(
        Audience audience,
        String text,
        List<ArchiveType> types,
        List<ArchiveOrigin> origins,
        List<ArchivePrivacy> privacy,
        @Nullable Instant from,
        @Nullable Instant until,
        int offset,
        int limit) {

    public ObservationQuery {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(text, "text");
        types = List.copyOf(types);
        origins = List.copyOf(origins);
        privacy = List.copyOf(privacy);
        if (offset < 0 || limit < 1 || limit > 100) {
            throw new IllegalArgumentException(
                    "offset must not be negative and limit in [1, 100], got " + offset + ", " + limit);
        }
    }
}
