package tacit.api.recall;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be ranked. Immutable.
 *
 * @param query in words
 * @param now the time
 * @param hits the candidates of the index
 * @param weights how much each word of the query tells, from the index
 * @param most how many are wanted, at least 1
 */
public record RankRequest(
        String query, Instant now, List<SearchHit> hits, SortedMap<String, Double> weights, int most) {

    public RankRequest {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(now, "now");
        hits = List.copyOf(hits);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, got " + most);
        }
    }
}
