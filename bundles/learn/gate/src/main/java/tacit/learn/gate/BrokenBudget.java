package tacit.learn.gate;

import java.util.List;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.Breakage;
import tacit.api.gate.GateSettings;
import tacit.api.gate.GateSettings.Evaluator;
import tacit.api.gate.PairedOutcome;

/** Tests whether a candidate breaks more of what worked than the budget, or the baseline's own noise, allows. */
final class BrokenBudget {

    private static final double NOISE_CONFIDENCE = 0.95;

    private BrokenBudget() {}

    static Breakage of(List<PairedOutcome> outcomes, GateSettings settings) {
        double passed =
                outcomes.stream().mapToDouble(BrokenBudget::passedBefore).sum();
        double broken = outcomes.stream().mapToDouble(BrokenBudget::brokenAfter).sum();
        double noise = settings.evaluator() == Evaluator.STOCHASTIC ? noise(outcomes) : 0;
        double budget = Math.max(settings.budget(), noise);
        double pValue = Statistics.binomialTail(Math.round(broken), Math.round(passed), budget);
        return new Breakage(passed, broken, budget, noise > settings.budget(), pValue);
    }

    private static double passedBefore(PairedOutcome outcome) {
        return outcome.before().share();
    }

    private static double brokenAfter(PairedOutcome outcome) {
        return outcome.before().share() * (1 - outcome.after().share());
    }

    /** The upper bound of the share that breaks between two trials of the baseline; 0 when it ran nothing twice. */
    private static double noise(List<PairedOutcome> outcomes) {
        List<ArmOutcome> repeated = outcomes.stream()
                .map(PairedOutcome::before)
                .filter(arm -> arm.trials() > 1)
                .toList();
        double passed = repeated.stream().mapToDouble(ArmOutcome::share).sum();
        double broken =
                repeated.stream().mapToDouble(BrokenBudget::brokenByItself).sum();
        return Math.round(passed) == 0
                ? 0
                : Math.min(0.99, Statistics.upperBound(Math.round(broken), Math.round(passed), NOISE_CONFIDENCE));
    }

    /** The chance that of two different trials the first passes and the second fails. */
    private static double brokenByItself(ArmOutcome arm) {
        long trials = arm.trials();
        return (double) arm.passed() * (trials - arm.passed()) / (trials * (trials - 1));
    }
}
