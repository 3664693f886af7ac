package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the log of its day. Immutable.
 *
 * @param at when; its UTC date is the day
 * @param source {@code user}, {@code assistant}, {@code system} or {@code tool}
 * @param category what it is
 * @param text what happened
 * @param taskId the run that it belongs to; null for none
 * @param tags words to find it by
 */
public record JournalEntry(
        Instant at,
        String source,
        Category category,
        String text,
        @Nullable String taskId,
        List<String> tags) {

    /** What an entry can be. */
    public enum Category {
        FEEDBACK,
        TASK,
        DECISION,
        OBSERVATION
    }

    public JournalEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(text, "text");
        tags = List.copyOf(tags);
        if (!List.of("user", "assistant", "system", "tool").contains(source)) {
            throw new IllegalArgumentException("source must be user, assistant, system or tool, got '" + source + "'");
        }
    }
}
