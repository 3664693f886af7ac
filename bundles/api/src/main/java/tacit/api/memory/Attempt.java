package tacit.api.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attempt at a task an agent makes. Immutable.
 *
 * @param taskId the run whose earlier steps count; null for none
 * @param number which attempt this is, from 1
 * @param most how many there may be; of fewer than {@code number} that counts
 * @param transientRetries how often it was retried for a passing reason, at least 0
 * @param reason why it is tried again; null when nobody said
 * @param recoveryClass the kind of recovery; null for none
 * @param pendingChecklist what is still to be verified
 * @param planning whether the agent is planning; only then the playbook counts
 */
public record Attempt(
        @Nullable String taskId,
        int number,
        int most,
        int transientRetries,
        @Nullable String reason,
        @Nullable String recoveryClass,
        List<String> pendingChecklist,
        boolean planning) {

    public Attempt {
        pendingChecklist = List.copyOf(pendingChecklist);
        if (number < 1 || transientRetries < 0) {
            throw new IllegalArgumentException("number must be at least 1 and transientRetries not negative, got "
                    + number + ", " + transientRetries);
        }
    }
}
