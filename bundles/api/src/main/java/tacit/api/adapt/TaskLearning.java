package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.LearningStep.EvidenceRef;
import tacit.api.trace.TraceStatus;

/**
 * The report of what was learnt from a run, as it stood at a time. Immutable.
 *
 * @param id of the report
 * @param sequence grows with each report that is kept, of whichever run
 * @param taskId the run
 * @param userId whose it is; null when it is nobody's
 * @param taskTitle what the run was about
 * @param taskStatus how it ended
 * @param outcome what came of it for learning
 * @param completedAt when this report was made
 * @param summary what the run brought, at most 320 characters
 * @param steps in the order of {@link LearningStep.Stage}
 * @param nextAction what somebody should do now; null for nothing
 * @param evidence what the run looked at
 */
public record TaskLearning(
        String id,
        long sequence,
        String taskId,
        @Nullable String userId,
        String taskTitle,
        TraceStatus taskStatus,
        Outcome outcome,
        Instant completedAt,
        String summary,
        List<LearningStep> steps,
        @Nullable String nextAction,
        List<EvidenceRef> evidence) {

    /** The kind of the documents that keep reports. */
    public static final String KIND = "learning-progress";

    /** What can come of a run for learning. */
    public enum Outcome {
        SUCCESS,
        FAILURE,
        /** What worked before was strengthened. */
        REINFORCED,
        /** Something waits for a review. */
        PENDING_REVIEW,
        /** Nothing was learnt. */
        NOOP
    }

    public TaskLearning {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(taskTitle, "taskTitle");
        Objects.requireNonNull(taskStatus, "taskStatus");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(completedAt, "completedAt");
        Objects.requireNonNull(summary, "summary");
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
    }
}
