package tacit.memory.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One scale for hits of all types: how well a hit answers, how much its type counts, how new it is. */
final class Scale {

    private static final Map<String, Double> WEIGHTS = Map.of(
            "task", 0.90,
            "message", 0.88,
            "file", 0.84,
            "workspace_note", 0.82,
            "memory", 0.80,
            "screen_context", 0.79,
            "knowledge_graph", 0.78);
    private static final double OTHER = 0.70;
    private static final double WEEK_HOURS = 168;
    private static final double LOST_IN_A_WEEK = 0.35;

    private Scale() {}

    /**
     * The place of a hit, to four decimals.
     *
     * @param base how well it answers
     */
    static double rank(String type, double base, Instant at, Instant now) {
        double weight = WEIGHTS.getOrDefault(type, OTHER);
        return rounded(base + 0.7 * weight + 0.3 * recency(at, now));
    }

    /** 1 for what is new, down to 0.65 for what is a week old or older. */
    static double recency(Instant at, Instant now) {
        double hours = Math.max(0, Duration.between(at, now).toMillis() / 3_600_000.0);
        return 1 - LOST_IN_A_WEEK * Math.min(hours / WEEK_HOURS, 1);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
