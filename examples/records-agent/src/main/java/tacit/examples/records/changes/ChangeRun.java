package tacit.examples.records.changes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task, done once.
 *
 * @param task what was asked
 * @param startedAt when it began
 * @param steps the calls that were made, in order
 * @param answer what the agent said in the end
 * @param solved whether the register is as it should be, and nothing else in it was changed
 * @param stopped how often a call was not made because Tacit spoke against it
 * @param endedAt when the agent said so
 */
record ChangeRun(
        ChangeTask task,
        Instant startedAt,
        List<Step> steps,
        String answer,
        boolean solved,
        int stopped,
        Instant endedAt) {

    ChangeRun {
        steps = List.copyOf(steps);
    }

    /**
     * One call.
     *
     * @param tool that was called
     * @param arguments as JSON
     * @param result what it said
     * @param errorType null when it worked
     * @param at when it was called
     * @param endedAt when it had answered
     */
    record Step(
            String tool,
            String arguments,
            String result,
            @Nullable String errorType,
            Instant at,
            Instant endedAt) {}
}
