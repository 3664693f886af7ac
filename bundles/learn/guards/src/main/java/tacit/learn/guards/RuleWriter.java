package tacit.learn.guards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardEvidence;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;

/** Makes a rule of a condition and what it rests on. */
final class RuleWriter {

    /** Added to either side of a lift, so that it is finite. */
    private static final double HALF = 0.5;

    private final FiredRuns runs;
    private final double usual;

    RuleWriter(FiredRuns runs, double usual) {
        this.runs = runs;
        this.usual = usual;
    }

    GuardRule rule(Support support, double pValue) {
        GuardCondition condition = runs.conditions().get(support.candidate());
        GuardEvidence evidence = new GuardEvidence(
                support.tasks(),
                support.runs(),
                Math.min(1, support.held().mean()),
                usual,
                pValue,
                support.mixedHeld().tasks(),
                lift(support),
                failures(support));
        GuardEffect effect = condition.kind() == GuardKind.REPEATED_FAILURE ? GuardEffect.DENY : GuardEffect.ASK;
        return GuardRule.of(condition, effect, sentence(condition), evidence);
    }

    private static @Nullable Double lift(Support support) {
        return support.mixedHeld().tasks() == 0
                ? null
                : (support.mixedHeld().sum() + HALF) / (support.mixedElsewhere().sum() + HALF);
    }

    private List<String> failures(Support support) {
        return runs.tasks().stream()
                .flatMap(List::stream)
                .filter(run -> run.failed() && run.fired().get(support.candidate()))
                .map(FiredRun::traceId)
                .sorted()
                .toList();
    }

    private static String sentence(GuardCondition condition) {
        String call = condition.tool() != null
                ? "This call of '" + condition.tool() + "'"
                : condition.role() == ToolRole.WRITE ? "This change" : "This look-up";
        return call
                + switch (condition.kind()) {
                    case UNSEEN_VALUE -> " uses a value that nobody wrote and no tool returned before";
                    case UNAGREED_WRITE ->
                        " follows another change without a word of the user, who was not shown what it is about";
                    case RETRY_WITHOUT_USER -> " follows a failed call of which the user was not told";
                    case REPEATED_FAILURE -> " repeats one that failed, with the same arguments";
                    case REPEATED_CALL -> " repeats an earlier one with the same arguments";
                    case AFTER_FAILED_READ -> " comes after a look-up that failed";
                    case AFTER_EMPTY_READ -> " comes after a look-up that found nothing";
                    case UNCONFIRMED -> " comes without an agreement in the user's last message";
                    case MISSING_CALL ->
                        " comes before '" + condition.parameters().get(GuardCondition.REQUIRED) + "' has answered";
                };
    }
}
