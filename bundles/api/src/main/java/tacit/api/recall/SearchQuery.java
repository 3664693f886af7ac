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
 * @param depth how closely to look
 */
public record SearchQuery(
        Scope scope,
        Audience audience,
        String text,
        List<String> types,
        @Nullable String group,
        @Nullable Instant from,
        @Nullable Instant until,
        int most,
        Depth depth) {

    /** How closely an index looks. */
    public enum Depth {
        /** By words, neighbours and meaning, with every signal that a ranker goes by. */
        FULL,
        /** By the words of the documents alone, and no signal but their ranks: for prompts, which wait for no model. */
        GLANCE
    }

    /** As closely as can be. */
    public SearchQuery(
            Scope scope,
            Audience audience,
            String text,
            List<String> types,
            @Nullable String group,
            @Nullable Instant from,
            @Nullable Instant until,
            int most) {
        this(scope, audience, text, types, group, from, until, most, Depth.FULL);
    }

    public SearchQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(text, "text");
        types = List.copyOf(types);
        // Questions that were recorded before there was a choice
        depth = Objects.requireNonNullElse(depth, Depth.FULL);
        if (most < 1 || most > 500) {
            throw new IllegalArgumentException("most must be in [1, 500], got " + most);
        }
    }
}
