package tacit.bench.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns weights by which what answers stands above what does not: logistic loss over pairs, held near the weights that were
 * there before. The same seed, the same weights.
 */
final class PairwiseFit {

    private static final int ROUNDS = 12;
    private static final int RIVALS = 25;
    private static final double RATE = 0.05;

    private final double[] before;
    private final double hold;
    private final long seed;

    /**
     * A fit.
     *
     * @param before the weights to stay near to
     * @param hold how strongly, at least 0
     */
    PairwiseFit(double[] before, double hold, long seed) {
        if (!(hold >= 0)) {
            throw new IllegalArgumentException("hold must be at least 0, got " + hold);
        }
        this.before = before.clone();
        this.hold = hold;
        this.seed = seed;
    }

    double[] fit(List<Example> examples) {
        List<double[]> pairs = new ArrayList<>();
        examples.forEach(example -> addPairs(example, pairs));
        double[] weights = before.clone();
        double[] squares = new double[weights.length];
        Random random = new Random(seed);
        for (int step = 0; step < ROUNDS * pairs.size(); step++) {
            learn(pairs.get(random.nextInt(pairs.size())), weights, squares);
        }
        return weights;
    }

    /** The differences between what answers and its strongest rivals under the weights before. */
    private void addPairs(Example example, List<double[]> pairs) {
        List<Integer> rivals = IntStream.range(0, example.rows().size())
                .filter(i -> !example.used().get(i))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -score(before, example.rows().get(i))))
                .limit(RIVALS)
                .toList();
        for (int i = 0; i < example.rows().size(); i++) {
            if (example.used().get(i)) {
                for (int rival : rivals) {
                    pairs.add(difference(example.rows().get(i), example.rows().get(rival)));
                }
            }
        }
    }

    private void learn(double[] pair, double[] weights, double[] squares) {
        double push = 1 / (1 + Math.exp(score(weights, pair)));
        for (int i = 0; i < weights.length; i++) {
            double slope = -push * pair[i] + hold * (weights[i] - before[i]);
            squares[i] += slope * slope;
            weights[i] -= RATE * slope / (Math.sqrt(squares[i]) + 1e-6);
        }
    }

    static double score(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }
}
