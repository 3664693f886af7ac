package tacit.learn.mine.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How operators' words on one kind of failure shift what the detectors believe. Immutable.
 *
 * @param bias the shift for every span, in log odds
 * @param weights the shift for each feature, in log odds
 */
public record KindModel(double bias, Map<String, Double> weights) {

    public KindModel {
        weights = Map.copyOf(weights);
    }

    /** How likely an operator would confirm the kind on a span with these features. */
    public double probability(Set<String> features, double prior) {
        double odds = Math.log(prior / (1 - prior)) + bias;
        // Sorted, because the sum of doubles depends on their order.
        for (String feature : new TreeSet<>(features)) {
            odds += weights.getOrDefault(feature, 0.0);
        }
        return 1 / (1 + Math.exp(-odds));
    }

    /** The features of a span that speak most for the kind, the strongest first. */
    public List<String> reasons(Set<String> features, int limit) {
        return features.stream()
                .filter(feature -> weights.getOrDefault(feature, 0.0) > 0)
                .sorted(Comparator.comparingDouble((String feature) -> -weights.getOrDefault(feature, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }
}
