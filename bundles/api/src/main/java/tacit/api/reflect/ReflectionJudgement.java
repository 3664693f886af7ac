package tacit.api.reflect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may come of a winner. Immutable.
 *
 * @param action what it would become; null for nothing
 * @param usefulness of the evidence, in [0, 1]
 * @param confidence in [0, .98]
 * @param freshness of the evidence, in [0, 1]
 * @param risk of the action
 * @param permission what is said to it by these numbers
 * @param askable whether the approvals may be asked for it: only risk stands against it, never the numbers
 * @param intent why people would be told
 * @param outcome what the run comes to before anything is started
 * @param reasons of all this, a line each
 */
public record ReflectionJudgement(
        @Nullable ReflectionAction action,
        double usefulness,
        double confidence,
        double freshness,
        Risk risk,
        Permission permission,
        boolean askable,
        Intent intent,
        ReflectionRun.Outcome outcome,
        List<String> reasons) {

    /** What an action may cost. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What is said to an action. */
    public enum Permission {
        ALLOWED,
        /** People have the word. */
        ESCALATED,
        BLOCKED
    }

    /** Why people are told. */
    public enum Intent {
        INPUT_NEEDED,
        IMPORTANT_ACTION_TAKEN,
        COMPLETED_WHILE_AWAY
    }

    public ReflectionJudgement {
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(outcome, "outcome");
        reasons = List.copyOf(reasons);
    }
}
