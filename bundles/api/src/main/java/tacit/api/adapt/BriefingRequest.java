package tacit.api.adapt;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;

/**
 * What a briefing is asked for. Immutable.
 *
 * @param scope whose
 * @param day such as {@code 2026-03-01}
 * @param evolution how well learning goes; null when that was not measured
 * @param waiting what waits for somebody, by what it is, such as {@code skill proposals}; the number of each
 */
public record BriefingRequest(
        Scope scope, String day, @Nullable EvolutionSnapshot evolution, SortedMap<String, Long> waiting) {

    public BriefingRequest {
        Objects.requireNonNull(scope, "scope");
        if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException("day must be such as 2026-03-01");
        }
        waiting = Collections.unmodifiableSortedMap(new TreeMap<>(waiting));
    }
}
