package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a user wrote to an agent. Immutable.
 *
 * @param id the same for the same message again: it counts once
 * @param at when it was written
 * @param text what was written; nothing of it is stored
 * @param evidence where it stands, such as {@code trace/span}
 */
public record StyleMessage(String id, Instant at, String text, String evidence) {

    public StyleMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(evidence, "evidence");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }
}
