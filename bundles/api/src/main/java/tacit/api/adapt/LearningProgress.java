package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/** Reports what was really learnt from runs. Deterministic and stateless: the reports lie in {@link StateStore}. */
@Role("learning-progress")
@ConsumerType
public interface LearningProgress {

    /**
     * Reports on a run that ended, and keeps the report behind those that it has.
     *
     * @return empty when it has not ended, or when its last report says the same
     */
    Optional<TaskLearning> report(Scope scope, String taskId, RunLearning learning, Instant at);

    /**
     * Adds the outcome of a review to the reports of every run that the proposal came from.
     *
     * @return the new reports; none when they say so already
     */
    List<TaskLearning> reviewed(Scope scope, RunLearning.SkillLook review, Instant at);

    /** The reports of a run, in the order of time. */
    List<TaskLearning> of(Scope scope, String taskId);

    /**
     * Reports that were kept after one, in their order; those of everybody for a scope without a user.
     *
     * @param sequence of that one; -1 for all
     */
    List<TaskLearning> after(Scope scope, long sequence, int limit);

    /** The last reports, the newest first. */
    List<TaskLearning> latest(Scope scope, int limit);
}
