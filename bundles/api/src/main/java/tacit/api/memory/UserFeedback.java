package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user thought of something that an agent did. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId who thought so
 * @param decision what was decided, such as {@code accepted}, {@code approved}, {@code rejected}, {@code denied}, {@code edit}
 * @param taskId the run that it is about; null for none
 * @param reason why, and where that stands; may be empty
 */
public record UserFeedback(
        String workspaceId,
        String userId,
        String decision,
        @Nullable String taskId,
        SourceText reason) {

    /** The name of an outcome of a run that was led to the memories as feedback already, and is not read as such again. */
    public static final String TOLD = "user_feedback";

    public UserFeedback {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(reason, "reason");
    }
}
