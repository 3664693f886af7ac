package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user said to an agent. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId who said it
 * @param at when
 * @param zone where they are, such as {@code Europe/Berlin}; null for UTC
 * @param taskId the run that it belongs to; null for none
 * @param source the words and where they stand
 */
public record UserMessage(
        String workspaceId,
        String userId,
        Instant at,
        @Nullable String zone,
        @Nullable String taskId,
        SourceText source) {

    public UserMessage {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(source, "source");
    }
}
