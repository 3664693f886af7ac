package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that came to its end. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whose task it was
 * @param title its title
 * @param summary what came of it; null when nobody said
 * @param taskId the run
 * @param recurring whether it runs again and again, so that one entry for all of its runs is enough
 * @param evidence where it can be looked up, at least one
 */
public record TaskCompletion(
        String workspaceId,
        String userId,
        String title,
        @Nullable String summary,
        String taskId,
        boolean recurring,
        List<Evidence> evidence) {

    public TaskCompletion {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(taskId, "taskId");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
    }
}
