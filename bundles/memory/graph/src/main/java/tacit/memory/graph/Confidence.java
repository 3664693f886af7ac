package tacit.memory.graph;

import java.time.Duration;
import java.time.Instant;
import tacit.api.memory.GraphSource.Origin;

/**
 * How sure the graph is of something. What was read by a machine is forgotten slowly when nothing confirms it. That is worked
 * out when somebody asks, so nothing stored changes, and it does not matter how often or on which host it is asked.
 */
final class Confidence {

    static final double READ = 0.85;
    static final double ENTERED = 1.0;

    private static final double RISE = 0.1;
    private static final double KEPT_PER_DAY = 0.95;
    private static final double FLOOR = 0.3;
    private static final int DAYS_OF_GRACE = 30;

    private Confidence() {}

    static double first(Origin origin) {
        return origin == Origin.AUTO ? READ : ENTERED;
    }

    /** What is left of a confidence at a time. */
    static double at(Instant now, double stored, Origin origin, Instant confirmedAt) {
        int days = (int) Math.min(10_000, Duration.between(confirmedAt, now).toDays()) - DAYS_OF_GRACE;
        if (origin != Origin.AUTO || days <= 0 || stored <= FLOOR) {
            return stored;
        }
        return Math.max(FLOOR, stored * Math.pow(KEPT_PER_DAY, days));
    }

    /** The confidence in something that was said again. */
    static double risen(double confidence) {
        return Math.min(1, confidence + RISE);
    }
}
