package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * An attempt at a task. Immutable.
 *
 * @param scope where
 * @param audience who will see the agent's answer
 * @param taskId the run whose earlier steps count; null for none
 * @param task what the agent is to do
 * @param attempt which attempt this is, from 1
 * @param mostAttempts how many there may be; of fewer than {@code attempt} that counts
 * @param transientRetries how often it was retried for a passing reason, at least 0
 * @param reason why it is tried again; null when nobody said
 * @param recoveryClass the kind of recovery; null for none
 * @param pendingChecklist what is still to be verified
 * @param playbook what the playbook says; empty for nothing
 * @param planning whether the agent is planning; only then the playbook counts
 * @param now the time
 */
public record RetryRequest(
        Scope scope,
        Audience audience,
        @Nullable String taskId,
        String task,
        int attempt,
        int mostAttempts,
        int transientRetries,
        @Nullable String reason,
        @Nullable String recoveryClass,
        List<String> pendingChecklist,
        String playbook,
        boolean planning,
        Instant now) {

    public RetryRequest {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(playbook, "playbook");
        Objects.requireNonNull(now, "now");
        pendingChecklist = List.copyOf(pendingChecklist);
        if (attempt < 1 || transientRetries < 0) {
            throw new IllegalArgumentException("attempt must be at least 1 and transientRetries not negative, got "
                    + attempt + ", " + transientRetries);
        }
    }

    /** Whether there is anything to recover from. */
    public boolean recovers() {
        return transientRetries > 0
                || attempt > 1
                || (reason != null && !reason.isBlank())
                || (recoveryClass != null && !recoveryClass.isBlank())
                || !pendingChecklist.isEmpty();
    }
}
