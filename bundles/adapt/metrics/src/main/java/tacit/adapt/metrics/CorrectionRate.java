package tacit.adapt.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.Trend;

/** How often things went wrong in the last week, against the three weeks before; and how many runs users corrected. */
final class CorrectionRate {

    static final Duration WEEK = Duration.ofDays(7);

    private static final Duration LOOK_BACK = Duration.ofDays(28);
    private static final int WEEKS_BEFORE = 3;
    private static final double FEWER = 0.7;
    private static final double MORE = 1.3;

    private CorrectionRate() {}

    /**
     * Measures.
     *
     * @param runs of the last week
     */
    static EvolutionMetric of(Counting counting, long runs, Instant now, long leastSample) {
        Instant weekAgo = now.minus(WEEK);
        long recent = counting.failures(weekAgo, null);
        long before = counting.failures(now.minus(LOOK_BACK), weekAgo);
        long corrections = counting.corrections(weekAgo);
        Estimate perRun = perRun(corrections, runs, leastSample);
        return new EvolutionMetric(
                EvolutionMetric.CORRECTION_RATE,
                "Correction rate",
                recent,
                "/week",
                trend(recent, before / (double) WEEKS_BEFORE),
                detail(before, corrections, runs, perRun),
                perRun,
                null);
    }

    static Trend trend(long recent, double average) {
        if (average == 0) {
            return Trend.STABLE;
        }
        if (recent < FEWER * average) {
            return Trend.IMPROVING;
        }
        return recent > MORE * average ? Trend.DECLINING : Trend.STABLE;
    }

    /** Corrections of runs that were only learnt from now belong to earlier weeks: they say nothing of these runs. */
    private static @Nullable Estimate perRun(long corrections, long runs, long leastSample) {
        return corrections > runs ? null : Wilson.estimate(corrections, runs, leastSample);
    }

    private static String detail(long before, long corrections, long runs, @Nullable Estimate perRun) {
        String weeks = String.format(Locale.ROOT, "%.1f a week before", before / (double) WEEKS_BEFORE);
        return perRun == null ? weeks : weeks + "; " + corrections + " corrected in " + runs + " runs";
    }
}
