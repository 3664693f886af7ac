package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;

/**
 * What a prompt is needed for. Immutable.
 *
 * @param workspaceId the workspace
 * @param task what the agent is asked to do; may be empty
 * @param audience who will see the answer
 * @param now the time
 * @param most how many fragments a source may answer, in [1, 200]
 */
public record ContextRequest(String workspaceId, String task, Audience audience, Instant now, int most) {

    public ContextRequest {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(now, "now");
        if (most < 1 || most > 200) {
            throw new IllegalArgumentException("most must be in [1, 200], got " + most);
        }
    }
}
