package tacit.api.adapt;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task that an agent brought to its end for a user. Immutable.
 *
 * @param taskId the same for the same task again: it counts once
 * @param project what it was for; null when not known
 * @param at when it ended
 */
public record CompletedTask(String taskId, @Nullable String project, Instant at) {

    public CompletedTask {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(at, "at");
        if (taskId.isBlank()) {
            throw new IllegalArgumentException("taskId must not be blank");
        }
    }
}
