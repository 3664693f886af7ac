package tacit.bench.clusters;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How well a partition agrees with classes: the harmonic mean of homogeneity and completeness, by Rosenberg and Hirschberg
 * (2007). Immutable.
 */
record VMeasure(double value, double homogeneity, double completeness) {

    /** One item with the class that it has and the cluster that it was put into. */
    record Item(String label, String cluster) {}

    static VMeasure of(Collection<Item> items) {
        double labels = entropy(items.stream().map(Item::label).toList());
        double clusters = entropy(items.stream().map(Item::cluster).toList());
        double joint = entropy(items);
        double homogeneity = labels == 0 ? 1 : 1 - (joint - clusters) / labels;
        double completeness = clusters == 0 ? 1 : 1 - (joint - labels) / clusters;
        double sum = homogeneity + completeness;
        double value = sum <= 0 ? 0 : 2 * homogeneity * completeness / sum;
        return new VMeasure(clamped(value), clamped(homogeneity), clamped(completeness));
    }

    private static double clamped(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static double entropy(Collection<?> things) {
        Map<Object, Integer> counts = new HashMap<>();
        things.forEach(thing -> counts.merge(thing, 1, Integer::sum));
        double total = things.size();
        return counts.values().stream()
                .mapToDouble(count -> -(count / total) * Math.log(count / total))
                .sum();
    }
}
