package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of a conversation, or the whole of it, leaves for the memories outside. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whose turn it was; null when unknown
 * @param taskId the run; null for none
 * @param sessionId the conversation; null for none
 * @param memories what to remember; blank ones are passed over
 */
public record ExternalTurn(
        String workspaceId,
        @Nullable String userId,
        @Nullable String taskId,
        @Nullable String sessionId,
        List<String> memories) {

    public ExternalTurn {
        Objects.requireNonNull(workspaceId, "workspaceId");
        memories = List.copyOf(memories);
    }
}
