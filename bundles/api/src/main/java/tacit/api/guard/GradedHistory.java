package tacit.api.guard;

import java.util.Objects;

/**
 * One whole run with what came of it. Immutable.
 *
 * @param traceId the run
 * @param taskKey the task that it tried; runs of one task share it
 * @param failed whether it failed
 * @param history all that happened in it
 */
public record GradedHistory(String traceId, String taskKey, boolean failed, CallHistory history) {

    public GradedHistory {
        if (traceId.isBlank() || taskKey.isBlank()) {
            throw new IllegalArgumentException("traceId and taskKey must not be blank");
        }
        Objects.requireNonNull(history, "history");
    }
}
