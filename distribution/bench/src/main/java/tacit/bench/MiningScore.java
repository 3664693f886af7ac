package tacit.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tacit.bench.AnnotatedTrace.Annotation;

/**
 * Compares predicted with annotated failures: shares of what was annotated, as means over traces; the F1 of categories,
 * weighted by how often each is annotated; and the precision of all predictions together.
 */
final class MiningScore {

    private final Map<String, int[]> byCategory = new HashMap<>();
    private double joint;
    private double located;
    private int predictions;
    private int right;
    private int traces;

    void add(Set<Annotation> annotated, Set<Annotation> predicted) {
        Set<Annotation> both = new HashSet<>(predicted);
        both.retainAll(annotated);
        traces++;
        predictions += predicted.size();
        right += both.size();
        joint += share(both.size(), annotated.size());
        located += found(AnnotatedTrace.spans(annotated), AnnotatedTrace.spans(predicted));
        Set<String> expected = AnnotatedTrace.categories(annotated);
        Set<String> said = AnnotatedTrace.categories(predicted);
        expected.forEach(category -> counts(category)[0]++);
        said.forEach(category -> counts(category)[1]++);
        expected.stream().filter(said::contains).forEach(category -> counts(category)[2]++);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("jointAccuracy", rounded(share(joint, traces)));
        figures.put("locationAccuracy", rounded(share(located, traces)));
        figures.put("categoryF1", rounded(categoryF1()));
        figures.put("pairPrecision", rounded(share(right, predictions)));
        figures.put("predictionsPerTrace", rounded(share(predictions, traces)));
        figures.put("traces", traces);
        return figures;
    }

    private double categoryF1() {
        double sum = 0;
        double weight = 0;
        for (int[] count : byCategory.values()) {
            sum += count[0] * share(2.0 * count[2], count[0] + count[1]);
            weight += count[0];
        }
        return share(sum, weight);
    }

    private int[] counts(String category) {
        return byCategory.computeIfAbsent(category, name -> new int[3]);
    }

    private static double found(Set<String> wanted, Set<String> given) {
        Set<String> found = new HashSet<>(wanted);
        found.retainAll(given);
        return share(found.size(), wanted.size());
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
