package tacit.learn.conditions;

import java.util.List;
import java.util.Objects;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardQuestion;

/** Says which conditions hold for a call and its history. */
public final class Conditions {

    private final Situation situation;

    private Conditions(Situation situation) {
        this.situation = situation;
    }

    /** Reads the history once, for any number of conditions. */
    public static Conditions of(GuardQuestion question) {
        return new Conditions(new Situation(question));
    }

    /** Those of the conditions that hold, in their order. */
    public List<GuardCondition> holding(List<GuardCondition> conditions) {
        return conditions.stream().filter(this::holds).toList();
    }

    /** Whether the condition is about this call, and what it looks for is there. */
    public boolean holds(GuardCondition condition) {
        return concerns(condition) && seen(condition);
    }

    /** Whether the condition is about this call. */
    public boolean concerns(GuardCondition condition) {
        return condition.tool() == null
                ? condition.role() == situation.role()
                : condition.tool().equals(situation.call().tool());
    }

    private boolean seen(GuardCondition condition) {
        return switch (condition.kind()) {
            case UNSEEN_VALUE -> situation.unseenValue();
            case UNAGREED_WRITE -> situation.unagreed();
            case RETRY_WITHOUT_USER -> situation.retryWithoutUser();
            case REPEATED_FAILURE -> situation.repeatedFailure();
            case REPEATED_CALL -> situation.repeated();
            case AFTER_FAILED_READ -> situation.afterFailedRead();
            case AFTER_EMPTY_READ -> situation.afterEmptyRead();
            case UNCONFIRMED -> situation.unconfirmed();
            case MISSING_CALL ->
                situation.missing(Objects.requireNonNull(condition.parameters().get(GuardCondition.REQUIRED)));
        };
    }
}
