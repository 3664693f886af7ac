package tacit.memory.layers;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.ContextFragment;

/**
 * How much a fragment is worth, and why. Immutable.
 *
 * @param value the sum of its parts
 * @param parts {@code relevance}, {@code task}, {@code confidence} and {@code recency}, each with what it adds
 */
record Score(double value, SortedMap<String, Double> parts) {

    static final double RELEVANCE = 0.45;
    static final double CONFIDENCE = 0.30;
    static final double RECENCY = 0.25;
    static final Duration HALF_LIFE = Duration.ofDays(14);

    /**
     * Weighs a fragment.
     *
     * @param share how much of the relevance the task decides about, in [0, 1]; 0 where it tells nothing
     * @param fit how much the fragment has to do with the task
     */
    static Score of(ContextFragment fragment, Instant now, double share, double fit) {
        double age = Math.max(0, Duration.between(fragment.updatedAt(), now).toMillis());
        SortedMap<String, Double> parts = new TreeMap<>();
        parts.put("relevance", RELEVANCE * (1 - share) * fragment.relevance());
        parts.put("task", RELEVANCE * share * fit);
        parts.put("confidence", CONFIDENCE * fragment.confidence());
        parts.put("recency", RECENCY * Math.pow(0.5, age / HALF_LIFE.toMillis()));
        return new Score(
                parts.values().stream().mapToDouble(Double::doubleValue).sum(), parts);
    }
}
