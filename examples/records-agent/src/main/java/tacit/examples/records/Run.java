package tacit.examples.records;

import java.time.Instant;
import java.util.List;

/**
 * One task, done once.
 *
 * @param task what was asked
 * @param trial which repeat, from 0
 * @param context what the agent was told
 * @param startedAt when it began
 * @param steps what it did, in order
 * @param answer what it said in the end
 * @param solved whether that is right
 * @param endedAt when it said so
 */
record Run(
        Task task,
        int trial,
        Context context,
        Instant startedAt,
        List<Step> steps,
        String answer,
        boolean solved,
        Instant endedAt) {

    Run {
        steps = List.copyOf(steps);
    }
}
