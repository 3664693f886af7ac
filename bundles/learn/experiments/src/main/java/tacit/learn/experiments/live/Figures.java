package tacit.learn.experiments.live;

import java.util.Locale;
import java.util.stream.Collectors;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;

/** What was counted, in words for people. Pure functions. */
public final class Figures {

    private Figures() {}

    /** One clause for each thing that was counted. */
    public static String of(LiveComparison comparison) {
        return comparison.measured().stream().map(Figures::of).collect(Collectors.joining("; "));
    }

    private static String of(Measured measured) {
        String what = measured.measure() == Measure.OUTCOME ? "runs that succeeded" : "runs without the family";
        return String.format(
                Locale.ROOT,
                "%s: %d of %d before, %d of %d after (%+.0f points, 95 %% interval %+.0f to %+.0f; %s)",
                what,
                measured.before().successes(),
                measured.before().cases(),
                measured.after().successes(),
                measured.after().cases(),
                100 * measured.change(),
                100 * measured.low(),
                100 * measured.high(),
                measured.decision().name().toLowerCase(Locale.ROOT));
    }
}
