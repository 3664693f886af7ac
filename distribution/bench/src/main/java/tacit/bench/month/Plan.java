package tacit.bench.month;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is simulated. Immutable.
 *
 * @param seed of all chance
 * @param days how long
 * @param profiles how many, each with a workspace and a user of its own
 * @param signals how many are told
 */
record Plan(long seed, int days, int profiles, int signals) {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    static final Duration STEP = Duration.ofMinutes(5);

    private static final List<Integer> WORKDAYS = List.of(1, 2, 3, 4, 5);

    int steps() {
        return Math.toIntExact(Duration.ofDays(days).dividedBy(STEP));
    }

    Instant at(int step) {
        return BEGIN.plus(STEP.multipliedBy(step));
    }

    static String role(int profile) {
        return String.format(Locale.ROOT, "role-%02d", profile);
    }

    static String workspace(int profile) {
        return String.format(Locale.ROOT, "w%02d", profile);
    }

    static List<Integer> workdays() {
        return WORKDAYS;
    }
}
