package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a user and their agent have come together. Immutable.
 *
 * @param tasksCompleted tasks that ended well
 * @param projects what they were for, each once, in order of the alphabet
 * @param firstInteraction when the first of them ended; null for none
 * @param daysTogether whole days since then
 * @param milestones those that were reached, in order
 * @param nextMilestone the number of tasks that is the next one; null after the last
 */
public record RelationshipStats(
        long tasksCompleted,
        List<String> projects,
        @Nullable Instant firstInteraction,
        long daysTogether,
        List<Milestone> milestones,
        @Nullable Integer nextMilestone) {

    /**
     * A number of tasks that was reached.
     *
     * @param tasks the number
     * @param at when
     */
    public record Milestone(int tasks, Instant at) {

        public Milestone {
            Objects.requireNonNull(at, "at");
        }
    }

    public RelationshipStats {
        projects = List.copyOf(projects);
        milestones = List.copyOf(milestones);
    }
}
