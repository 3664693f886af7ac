package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user thought of answers. Immutable.
 *
 * @param id the same for the same feedback again: it counts once
 * @param at when it was given
 * @param decision such as {@code accepted} or {@code rejected}
 * @param reason one of {@code incorrect}, {@code too_verbose}, {@code ignored_instructions}, {@code wrong_tone} and {@code
 *     unsafe}, such a key with more words behind a colon, or words alone; null for none
 * @param note words besides; null for none
 * @param evidence where it can be looked up
 */
public record StyleFeedback(
        String id,
        Instant at,
        String decision,
        @Nullable String reason,
        @Nullable String note,
        List<String> evidence) {

    public StyleFeedback {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(decision, "decision");
        evidence = List.copyOf(evidence);
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }
}
