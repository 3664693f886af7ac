package tacit.api.channel;

import java.util.Objects;
import tacit.api.memory.Audience;

/**
 * A message that waits for an answer, with all that an agent needs for it. Immutable.
 *
 * @param id the same for the same message
 * @param workspaceId the workspace
 * @param sessionId the conversation
 * @param message what was written
 * @param context what the prompt should hold, chosen for this audience; may be empty
 * @param audience who wrote it, where, and who will see the answer
 */
public record ChannelTurn(
        String id, String workspaceId, String sessionId, String message, String context, Audience audience) {

    public ChannelTurn {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(audience, "audience");
    }
}
