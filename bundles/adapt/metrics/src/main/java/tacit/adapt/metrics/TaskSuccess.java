package tacit.adapt.metrics;

import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.Trend;

/** The share of the judged runs that succeeded. */
final class TaskSuccess {

    private static final int GOOD = 80;
    private static final int FAIR = 60;

    private TaskSuccess() {}

    /**
     * Measures.
     *
     * @param recent runs of the window
     * @param all runs of all time, which count where the window has too few
     */
    static EvolutionMetric of(Runs recent, Runs all, Past past, long leastSample) {
        boolean enough = recent.succeeded() + recent.failed() >= leastSample;
        Runs counted = enough ? recent : all;
        long succeeded = counted.succeeded();
        long failed = counted.failed();
        Estimate share = Wilson.estimate(succeeded, succeeded + failed, leastSample);
        long rate = share == null ? 0 : Math.round(100 * share.share());
        return new EvolutionMetric(
                EvolutionMetric.TASK_SUCCESS_RATE,
                "Task success rate",
                rate,
                "%",
                share == null ? Trend.STABLE : trend(rate, share, past.share(EvolutionMetric.TASK_SUCCESS_RATE)),
                share == null ? "no run was judged" : succeeded + " succeeded, " + failed + " failed",
                share,
                past.change(EvolutionMetric.TASK_SUCCESS_RATE, rate));
    }

    /** Against what was kept where both samples can tell, and else by the rate alone. */
    static Trend trend(long rate, Estimate now, @Nullable Estimate before) {
        if (before != null && before.sufficient() && now.sufficient()) {
            if (now.low() > before.share()) {
                return Trend.IMPROVING;
            }
            return now.high() < before.share() ? Trend.DECLINING : Trend.STABLE;
        }
        if (rate >= GOOD) {
            return Trend.IMPROVING;
        }
        return rate >= FAIR ? Trend.STABLE : Trend.DECLINING;
    }
}
