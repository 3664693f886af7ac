package tacit.api.recall;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the index found. Immutable.
 *
 * @param hits candidates of all ways to look, fused, the most promising first
 * @param weights how much each word of the query tells, from its rarity in the workspace, by the word as it was analysed
 * @param vectors whether meanings were compared too, or words alone
 */
public record SearchAnswer(List<SearchHit> hits, SortedMap<String, Double> weights, boolean vectors) {

    public SearchAnswer {
        hits = List.copyOf(hits);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }
}
