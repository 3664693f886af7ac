package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * What is looked for in transcripts. Immutable.
 *
 * @param scope where
 * @param audience who will see it
 * @param text in words
 * @param taskId of this run only; null for all
 * @param types of these sources only; empty for all that the role knows
 * @param now the time
 * @param most how many hits, in [1, 50]
 */
public record TranscriptQuery(
        Scope scope,
        Audience audience,
        String text,
        @Nullable String taskId,
        List<String> types,
        Instant now,
        int most) {

    /** The most hits of an answer. */
    public static final int MOST = 50;

    public TranscriptQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(now, "now");
        text = text.strip().replaceAll("\\s+", " ");
        types = List.copyOf(types);
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be in [1, " + MOST + "], got " + most);
        }
    }
}
