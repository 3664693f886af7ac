package tacit.learn.notes;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A graded run as the facts that it met. Immutable.
 *
 * @param traceId of the run
 * @param taskKey of its task
 * @param arm only runs of one arm are compared with each other: those of the same agent, harness and batch
 * @param failed how it ended
 * @param acts model and tool calls that it made
 * @param facts what it met, and where first
 * @param answered those of them that stand in what it answered in the end
 */
public record FactRun(
        String traceId,
        String taskKey,
        String arm,
        boolean failed,
        int acts,
        Map<Fact, Seen> facts,
        Set<Fact> answered) {

    public FactRun {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(taskKey, "taskKey");
        Objects.requireNonNull(arm, "arm");
        facts = Map.copyOf(facts);
        answered = Set.copyOf(answered);
        if (acts < 0) {
            throw new IllegalArgumentException("acts must not be negative, got " + acts);
        }
    }

    /** Whether it knew a fact before an act. */
    boolean knew(Fact fact, int before) {
        Seen seen = facts.get(fact);
        return seen != null && seen.act() < before;
    }

    /** The same run with another end. */
    public FactRun ended(boolean asFailure) {
        return new FactRun(traceId, taskKey, arm, asFailure, acts, facts, answered);
    }
}
