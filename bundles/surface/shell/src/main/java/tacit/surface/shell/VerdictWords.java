package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.gate.CostChange;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;

/** A verdict in sentences for somebody who has not read of its statistics. Pure functions. */
final class VerdictWords {

    private VerdictWords() {}

    static List<String> decision(Verdict verdict) {
        String meaning =
                switch (verdict.decision()) {
                    case PASS -> "the candidate is better and breaks no more than it may";
                    case FAIL -> "the candidate is worse, or breaks or costs more than it may";
                    case INCONCLUSIVE -> "these cases do not decide it";
                };
        Effect effect = verdict.effect();
        return List.of(
                "The gate says " + verdict.decision() + ": " + meaning,
                "Because: " + verdict.reason(),
                effect.cases() == 0
                        ? "No case ran under both arms, and no evidence is no PASS"
                        : "Of " + effect.cases() + " cases that both were asked, what is in force passed "
                                + share(effect.before()) + ", the candidate " + share(effect.after()));
    }

    static List<String> power(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        Power power = verdict.power();
        String about = power.exact() ? "" : "about ";
        lines.add("This run had " + about + "a " + share(power.chance()) + " chance to find a rise of "
                + points(power.effect()) + "; "
                + (power.detectable() == null
                        ? "no rise would be found four times in five, there are too few cases"
                        : "four times in five it finds a rise of " + points(power.detectable()) + " or more"));
        @Nullable Integer needed = verdict.casesToDecide();
        switch (verdict.decision()) {
            case PASS, FAIL -> lines.add("No more cases are needed");
            case INCONCLUSIVE ->
                lines.add(
                        needed == null
                                ? "No number of cases would decide it at the effect seen so far"
                                : needed
                                        + " cases in all would decide it, four times in five, at the effect seen so far");
        }
        return lines;
    }

    static List<String> left(Experiment.Trial trial) {
        List<String> lines = new ArrayList<>();
        if (trial.unanswerable() > 0) {
            lines.add(trial.unanswerable() + " cases asked for what no record holds; they count as neither");
        }
        if (!trial.quarantined().isEmpty()) {
            lines.add("Answered in two ways by the same arm, and left out: " + String.join(" ", trial.quarantined()));
        }
        return lines;
    }

    static String cost(CostChange cost) {
        String unit = cost.measure() == CostChange.Measure.LATENCY ? " ms" : " tokens";
        return String.format(
                Locale.ROOT,
                "Cost at the 95th percentile over %d cases: %.1f%s before, %.1f%s after",
                cost.cases(),
                cost.before(),
                unit,
                cost.after(),
                unit);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.0f points", 100 * share);
    }
}
