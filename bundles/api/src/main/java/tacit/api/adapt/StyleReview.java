package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said of answers and that no dimension can express, such as a wrong tone. Immutable.
 *
 * @param reason what it was, such as {@code wrong_tone}; never words of a user
 * @param channel where; null for no channel
 * @param evidence where it was said
 * @param at when
 */
public record StyleReview(String reason, @Nullable String channel, List<String> evidence, Instant at) {

    public StyleReview {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        evidence = List.copyOf(evidence);
    }
}
