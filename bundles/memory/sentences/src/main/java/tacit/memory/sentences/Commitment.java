package tacit.memory.sentences;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do. Immutable.
 *
 * @param text what, in their words
 * @param due until when; null when nobody said
 * @param confidence in [0, 1]
 * @param begin where the words begin in the text, in characters
 * @param end where they end
 */
public record Commitment(String text, @Nullable Instant due, double confidence, int begin, int end) {

    public Commitment {
        Objects.requireNonNull(text, "text");
    }
}
