package tacit.api.memory;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much is in the knowledge graph. Immutable.
 *
 * @param entities how many things
 * @param edges how many relations, past ones too
 * @param observations how many observations
 * @param types how many things of each type that has any
 */
public record GraphStats(long entities, long edges, long observations, SortedMap<String, Long> types) {

    public GraphStats {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }
}
