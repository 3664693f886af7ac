package tacit.learn.mine.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits the model of one kind by coordinate descent on the penalised logistic loss: deterministic, and each step can only
 * lower the loss. The priors are offsets, so without a word from operators nothing changes.
 */
final class KindTrainer {

    private static final int ROUNDS = 100;
    private static final double PENALTY = 20;
    private static final double BIAS_PENALTY = 1;
    // The second derivative of the logistic loss is at most this.
    private static final double CURVATURE = 0.25;
    private static final double NEGLIGIBLE = 1e-9;

    private final double[] odds;
    private final double[] words;

    private KindTrainer(List<Example> examples) {
        odds = examples.stream()
                .mapToDouble(example -> Math.log(example.prior() / (1 - example.prior())))
                .toArray();
        words = examples.stream()
                .mapToDouble(example -> example.failure() ? 1 : 0)
                .toArray();
    }

    static KindModel fit(List<Example> examples) {
        return new KindTrainer(examples).descend(rowsByFeature(examples));
    }

    private KindModel descend(Map<String, int[]> rows) {
        int[] all = new int[odds.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        double bias = 0;
        Map<String, Double> weights = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            bias += step(all, bias, BIAS_PENALTY);
            for (Map.Entry<String, int[]> entry : rows.entrySet()) {
                double weight = weights.getOrDefault(entry.getKey(), 0.0);
                weights.put(entry.getKey(), weight + step(entry.getValue(), weight, PENALTY));
            }
        }
        weights.values().removeIf(weight -> Math.abs(weight) < NEGLIGIBLE);
        return new KindModel(bias, weights);
    }

    private double step(int[] rows, double weight, double penalty) {
        double slope = penalty * weight;
        for (int row : rows) {
            slope += 1 / (1 + Math.exp(-odds[row])) - words[row];
        }
        double change = -slope / (CURVATURE * rows.length + penalty);
        for (int row : rows) {
            odds[row] += change;
        }
        return change;
    }

    private static Map<String, int[]> rowsByFeature(List<Example> examples) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            for (String feature : examples.get(i).features()) {
                rows.computeIfAbsent(feature, key -> new ArrayList<>()).add(i);
            }
        }
        Map<String, int[]> arrays = new TreeMap<>();
        rows.forEach((feature, list) ->
                arrays.put(feature, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }
}
