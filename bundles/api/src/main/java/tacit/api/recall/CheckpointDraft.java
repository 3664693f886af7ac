package tacit.api.recall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tacit.api.memory.Evidence;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/**
 * A state of a run that may be worth keeping. Immutable.
 *
 * @param scope where; a user in it owns it
 * @param visibility who may be shown it
 * @param taskId the run
 * @param trigger what happened
 * @param state where the agent stands
 * @param usedTokens how much of the prompt is used, at least 0
 * @param availableTokens how much there is; 0 when nobody said
 * @param now the time
 * @param evidence where it comes from; may be empty where a state of the run is kept already
 */
public record CheckpointDraft(
        Scope scope,
        Visibility visibility,
        String taskId,
        Trigger trigger,
        SessionState state,
        long usedTokens,
        long availableTokens,
        Instant now,
        List<Evidence> evidence) {

    /** What can make a state worth keeping. */
    public enum Trigger {
        /** The host asks for it; before a compaction when the state has a summary. */
        SNAPSHOT,
        /** Somebody said something; worth it from time to time. */
        EXCHANGE,
        /** The task came to its end; worth it when something came of it. */
        COMPLETED
    }

    public CheckpointDraft {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(now, "now");
        evidence = List.copyOf(evidence);
        if (taskId.isBlank()) {
            throw new IllegalArgumentException("taskId must not be blank");
        }
        if (usedTokens < 0 || availableTokens < 0) {
            throw new IllegalArgumentException(
                    "usedTokens and availableTokens must not be negative, got " + usedTokens + ", " + availableTokens);
        }
    }
}
