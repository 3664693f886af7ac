package tacit.pulse.executors;

import java.util.List;
import tacit.api.execute.TaskResult;

/**
 * How work ended, before it is written. Immutable.
 *
 * @param executionId of the work
 * @param host that did it
 * @param result clean and bounded
 * @param overBudget whether it used more than it should
 * @param routing all lines
 */
record Ending(String executionId, String host, TaskResult result, boolean overBudget, List<String> routing) {

    /** What is said of work that the host could not see to its end. */
    static final String INTERRUPTED = "interrupted";

    Ending {
        routing = List.copyOf(routing);
    }
}
