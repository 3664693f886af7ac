package tacit.api.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one case did under one arm, over all its trials. Immutable.
 *
 * @param passed how many trials passed, at most {@code trials}
 * @param trials how many trials ran, at least 1
 * @param latency the mean time of a trial; null when it was not recorded
 * @param tokens the mean number of tokens of a trial; null when it was not recorded
 */
public record ArmOutcome(
        int passed,
        int trials,
        @Nullable Duration latency,
        @Nullable Double tokens) {

    public ArmOutcome {
        if (trials < 1) {
            throw new IllegalArgumentException("trials must be at least 1, got " + trials);
        }
        if (passed < 0 || passed > trials) {
            throw new IllegalArgumentException("passed must be in [0, " + trials + "], got " + passed);
        }
        if (latency != null && latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative, got " + latency);
        }
        if (tokens != null && !(tokens >= 0 && Double.isFinite(tokens))) {
            throw new IllegalArgumentException("tokens must be finite and not negative, got " + tokens);
        }
    }

    /** One trial of which nothing but its result is known. */
    public static ArmOutcome of(boolean passed) {
        return of(passed ? 1 : 0, 1);
    }

    /** Trials of which nothing but their results is known. */
    public static ArmOutcome of(int passed, int trials) {
        return new ArmOutcome(passed, trials, null, null);
    }

    /** The share of trials that passed, in [0, 1]. */
    public double share() {
        return (double) passed / trials;
    }
}
