package tacit.learn.guards;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What chance does: outcomes are dealt anew among the tasks, and all conditions are looked at again. Immutable. */
final class Chance {

    private static final double ROUNDING = 1e-9;

    private final Map<Integer, Double> pValues;
    private final double together;

    private Chance(Map<Integer, Double> pValues, double together) {
        this.pValues = pValues;
        this.together = together;
    }

    static Chance of(List<Support> supports, boolean[][] outcomes, double usual, Thresholds thresholds) {
        double[] seen = sums(supports, outcomes);
        double excess = excess(supports, seen, usual);
        int[] asHigh = new int[seen.length];
        int together = 0;
        Random random = new Random(thresholds.seed());
        for (int i = 0; i < thresholds.permutations(); i++) {
            double[] sums = sums(supports, Deal.of(outcomes, random));
            for (int at = 0; at < sums.length; at++) {
                asHigh[at] += sums[at] >= seen[at] - ROUNDING ? 1 : 0;
            }
            together += excess(supports, sums, usual) >= excess - ROUNDING ? 1 : 0;
        }
        double all = thresholds.permutations() + 1.0;
        Map<Integer, Double> pValues = new HashMap<>();
        for (int at = 0; at < asHigh.length; at++) {
            pValues.put(supports.get(at).candidate(), (asHigh[at] + 1) / all);
        }
        return new Chance(pValues, (together + 1) / all);
    }

    /** The chance of such a precision of this condition. */
    double pValue(Support support) {
        return pValues.getOrDefault(support.candidate(), 1.0);
    }

    /** The chance that the conditions are so far above the usual together. */
    double together() {
        return together;
    }

    /** The highest p-value at which at most this share of the accepted is expected to be wrong; below 0 when none is. */
    double bound(double wrong) {
        double[] sorted = pValues.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        for (int at = sorted.length - 1; at >= 0; at--) {
            if (sorted[at] <= wrong * (at + 1) / sorted.length) {
                return sorted[at];
            }
        }
        return -1;
    }

    private static double[] sums(List<Support> supports, boolean[][] outcomes) {
        return supports.stream().mapToDouble(support -> support.sum(outcomes)).toArray();
    }

    private static double excess(List<Support> supports, double[] sums, double usual) {
        double[] excess = new double[sums.length];
        for (int at = 0; at < sums.length; at++) {
            int tasks = supports.get(at).tasks();
            double above = Math.max(0, (sums[at] - tasks * usual) / Math.sqrt(tasks));
            excess[at] = above * above;
        }
        return Arrays.stream(excess).sum();
    }
}
