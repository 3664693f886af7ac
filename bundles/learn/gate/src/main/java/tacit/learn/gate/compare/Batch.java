package tacit.learn.gate.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.ArmOutcome;
import tacit.api.ingest.Refusal;
import tacit.api.trace.OutcomeLabel;

/**
 * The runs of one arm. Immutable.
 *
 * @param name what the caller called it
 * @param tasks the tasks that some run names, each with what its runs did; an arm without trials has no known outcome
 * @param runs how many were read
 * @param withoutTask runs that name no task
 * @param withoutOutcome runs of which nobody said whether they passed
 * @param refusals what could not be read
 */
record Batch(
        String name,
        Map<String, List<Run>> tasks,
        int runs,
        int withoutTask,
        int withoutOutcome,
        List<Refusal> refusals) {

    static Batch of(String name, Collection<Run> runs, List<Refusal> refusals) {
        Map<String, List<Run>> tasks = new TreeMap<>();
        int withoutTask = 0;
        int withoutOutcome = 0;
        for (Run run : runs) {
            String task = run.taskKey().orElse("");
            if (task.isBlank()) {
                withoutTask++;
                continue;
            }
            List<Run> judged = tasks.computeIfAbsent(task, key -> new ArrayList<>());
            if (run.label() == OutcomeLabel.SUCCESS || run.label() == OutcomeLabel.FAILURE) {
                judged.add(run);
            } else {
                withoutOutcome++;
            }
        }
        return new Batch(
                name,
                Collections.unmodifiableMap(tasks),
                runs.size(),
                withoutTask,
                withoutOutcome,
                List.copyOf(refusals));
    }

    /** Whether some run of this task has a known outcome. */
    boolean judged(String task) {
        return !tasks.getOrDefault(task, List.of()).isEmpty();
    }

    /** What the runs of a judged task did. */
    ArmOutcome outcome(String task) {
        List<Run> runs = tasks.getOrDefault(task, List.of());
        int passed = (int) runs.stream().filter(Run::passed).count();
        OptionalDouble nanos =
                mean(runs, run -> run.latency().map(Duration::toNanos).orElse(-1L));
        OptionalDouble tokens = mean(runs, run -> run.tokens().orElse(-1L));
        return new ArmOutcome(
                passed,
                runs.size(),
                nanos.isPresent() ? Duration.ofNanos(Math.round(nanos.getAsDouble())) : null,
                boxed(tokens));
    }

    /** The mean over the runs that recorded the measure, which is not negative then. */
    private static OptionalDouble mean(List<Run> runs, ToDoubleFunction<Run> measure) {
        return runs.stream().mapToDouble(measure).filter(value -> value >= 0).average();
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
