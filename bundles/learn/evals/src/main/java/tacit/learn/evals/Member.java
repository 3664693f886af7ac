package tacit.learn.evals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureRecord;

/**
 * A trace that shows the failure.
 *
 * @param traceId the trace
 * @param task what keeps runs of one task together: the task, or the trace itself where none is known
 * @param occurredAt when it failed; null when the trace has no times
 */
record Member(String traceId, String task, @Nullable Instant occurredAt) {

    static Member of(FailureRecord failure) {
        String taskKey = failure.taskKey();
        String task = taskKey == null ? "trace " + failure.traceId() : "task " + taskKey;
        return new Member(failure.traceId(), task, failure.occurredAt());
    }
}
