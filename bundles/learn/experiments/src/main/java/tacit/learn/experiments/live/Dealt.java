package tacit.learn.experiments.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.CanaryState.Tallies;

/**
 * A run that is counted next. Immutable.
 *
 * @param success what the measure says of it
 */
record Dealt(String traceId, Arm arm, boolean success) {

    /** Runs of before in turn with those of after, as many as there are and never more of before than of after. */
    static List<Dealt> inTurn(Tallies counted, List<Dealt> before, List<Dealt> after) {
        Iterator<Dealt> old = before.iterator();
        List<Dealt> all = new ArrayList<>();
        Tallies tallies = counted;
        tallies = deal(tallies, old, all);
        for (Dealt run : after) {
            all.add(run);
            tallies = deal(tallies.and(run.arm(), run.success()), old, all);
        }
        return List.copyOf(all);
    }

    private static Tallies deal(Tallies counted, Iterator<Dealt> old, List<Dealt> all) {
        Tallies tallies = counted;
        while (lags(tallies) && old.hasNext()) {
            Dealt run = old.next();
            all.add(run);
            tallies = tallies.and(run.arm(), run.success());
        }
        return tallies;
    }

    private static boolean lags(Tallies tallies) {
        ArmTally before = tallies.baseline();
        return before.cases() < tallies.candidate().cases();
    }
}
