package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * What is looked for. Immutable.
 *
 * @param scope where; a user in it finds that user's documents and everybody's
 * @param audience who will see it: documents that they may not see are not found
 * @param text in words; may be empty, which finds the newest
 * @param types one of these; empty for all
 * @param group within this group only; null for all
 * @param from said at this time or later; null for any
 * @param until said before this time; null for any
 * @param most how many hits, in [1, 500]
 */
public record SearchQuery(
        Scope scope,
        Audience audience,
        String text,
        List<String> types,
        @Nullable String group,
        @Nullable Instant from,
        @Nullable Instant until,
        int most) {

    public SearchQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(text, "text");
        types = List.copyOf(types);
        if (most < 1 || most > 500) {
            throw new IllegalArgumentException("most must be in [1, 500], got " + most);
        }
    }
}
