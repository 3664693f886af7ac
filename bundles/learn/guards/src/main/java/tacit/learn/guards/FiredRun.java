package tacit.learn.guards;

import java.util.BitSet;
import java.util.List;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardQuestion;
import tacit.learn.conditions.Conditions;

/**
 * Which conditions held at some call of one run. Immutable by convention: the sets are never changed once it is made.
 *
 * @param traceId the run
 * @param failed what came of it
 * @param fired the places of the conditions that held
 * @param concerned the places of those that were about a call of the run, whether they held or not
 */
record FiredRun(String traceId, boolean failed, BitSet fired, BitSet concerned) {

    static FiredRun of(GradedHistory history, List<GuardCondition> conditions) {
        BitSet fired = new BitSet();
        BitSet concerned = new BitSet();
        for (GuardQuestion question : history.history().questions()) {
            Conditions held = Conditions.of(question);
            for (int i = 0; i < conditions.size(); i++) {
                if (held.concerns(conditions.get(i))) {
                    concerned.set(i);
                    if (!fired.get(i) && held.holds(conditions.get(i))) {
                        fired.set(i);
                    }
                }
            }
        }
        return new FiredRun(history.traceId(), history.failed(), fired, concerned);
    }
}
