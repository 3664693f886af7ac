package tacit.api.experiment;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayRun;
import tacit.api.trace.Attribute;

/** Executes cases under the harness that is in force and under a candidate. Thread-safe. */
@ConsumerType
public interface Evaluator {

    /** What batches of runs that an experiment had made begin with: nothing is learned from those. */
    String BATCH = Attribute.BATCH_OF_EXPERIMENT;

    /** What reports call it. */
    String name();

    /** Whether it finds cases of its own, such as tasks of an agent; then it is given none, and its runs are kept with none. */
    default boolean bringsCases() {
        return false;
    }

    /** Whether it can execute a change of this kind. */
    boolean evaluates(Proposal proposal);

    /**
     * Asks both arms every case, and a sample of them twice. Changes nothing of the live harness.
     *
     * @param experimentId for the record
     * @param cases in any order
     * @return what came of it
     * @throws IllegalStateException when an arm cannot be started, with the reason
     */
    Evaluation evaluate(String experimentId, Proposal proposal, List<ReplayCase> cases);

    /**
     * What came of an evaluation. Immutable.
     *
     * @param runs one for each case and arm, and one more for each that was asked again
     * @param sandbox the walls that were in force, in words
     */
    record Evaluation(List<ReplayRun> runs, List<String> sandbox) {
        public Evaluation {
            runs = List.copyOf(runs);
            sandbox = List.copyOf(sandbox);
        }
    }
}
