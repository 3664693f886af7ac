package tacit.learn.experiments.live;

import java.util.List;
import java.util.function.Function;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.trace.Trace;

/** The runs that one look sees. Confined to it. */
final class Sight {

    private final Said.Look look;
    private final List<Trace> before;
    private final List<Trace> live;
    private final Function<Trace, Arm> arms;
    private boolean whole = true;

    /**
     * Makes one.
     *
     * @param before runs of the time before, for the baseline
     * @param live runs of the time of the comparison
     * @param arms which arm served a run of that time
     */
    Sight(Said.Look look, List<Trace> before, List<Trace> live, Function<Trace, Arm> arms) {
        this.look = look;
        this.before = before;
        this.live = live;
        this.arms = arms;
    }

    Said.Look look() {
        return look;
    }

    /** Where runs of an arm are to be found. */
    List<Trace> runs(Arm arm) {
        return arm == Arm.CANDIDATE ? live : before;
    }

    /** Which arm a run counts for that was found where those of another are looked for. */
    Arm arm(Arm wanted, Trace run) {
        return wanted == Arm.CANDIDATE ? arms.apply(run) : Arm.BASELINE;
    }

    /** Notes that there is more than was counted. */
    void more(boolean is) {
        whole &= !is;
    }

    /** Whether all that there is was counted, so that the next look has nothing to do until something changes. */
    boolean whole() {
        return whole;
    }
}
