package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * What shall be recalled. Immutable.
 *
 * @param scope where; a user in it recalls that user's and everybody's
 * @param audience who will see the answer
 * @param query in words; blanks in it are brought to one each; empty for the newest
 * @param types of {@link #TYPES}; empty for all
 * @param from said at this time or later; null for any
 * @param until said before this time; null for any
 * @param most how many hits, in [1, 100]
 */
public record RecallRequest(
        Scope scope,
        Audience audience,
        String query,
        List<String> types,
        @Nullable Instant from,
        @Nullable Instant until,
        int most) {

    /** All that there is. */
    public static final Set<String> TYPES =
            Set.of("task", "message", "file", "workspace_note", "memory", "screen_context", "knowledge_graph");

    /** The most hits of an answer. */
    public static final int MOST = 100;

    public RecallRequest {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        query = query.strip().replaceAll("\\s+", " ");
        types = List.copyOf(types);
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be in [1, " + MOST + "], got " + most);
        }
        if (!TYPES.containsAll(types)) {
            throw new IllegalArgumentException("types must be of " + new TreeSet<>(TYPES) + ", got " + types);
        }
    }

    /** Of whichever type and time. */
    public static RecallRequest of(Scope scope, Audience audience, String query, int most) {
        return new RecallRequest(scope, audience, query, List.of(), null, null, most);
    }
}
