package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt is needed for. Immutable.
 *
 * @param workspaceId the workspace
 * @param task what the agent is asked to do; may be empty
 * @param audience who will see the answer
 * @param now the time
 * @param most how many fragments a source may answer, in [1, 200]
 * @param attempt which attempt at the task it is needed for; null for a first one
 */
public record ContextRequest(
        String workspaceId,
        String task,
        Audience audience,
        Instant now,
        int most,
        @Nullable Attempt attempt) {

    public ContextRequest {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(now, "now");
        if (most < 1 || most > 200) {
            throw new IllegalArgumentException("most must be in [1, 200], got " + most);
        }
    }

    /** For a first attempt. */
    public ContextRequest(String workspaceId, String task, Audience audience, Instant now, int most) {
        this(workspaceId, task, audience, now, most, null);
    }
}
