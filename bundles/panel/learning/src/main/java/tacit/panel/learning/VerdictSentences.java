package tacit.panel.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.experiment.Experiment.Trial;
import tacit.api.gate.CostChange;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;

/** What the gate said of a trial, for somebody who has not read of its statistics. Pure functions. */
final class VerdictSentences {

    private VerdictSentences() {}

    static Map<String, Object> of(Trial trial) {
        Verdict verdict = trial.verdict();
        Effect effect = verdict.effect();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("decision", verdict.decision());
        values.put("meaning", meaning(verdict));
        values.put("reason", verdict.reason());
        values.put("cases", effect.cases());
        values.put("before", effect.before());
        values.put("after", effect.after());
        values.put("fixedIds", effect.fixedIds());
        values.put("brokenIds", effect.brokenIds());
        values.put("unanswerable", trial.unanswerable());
        values.put("quarantined", trial.quarantined());
        values.put("sandbox", trial.sandbox());
        values.put("evaluator", trial.evaluator());
        values.put("at", trial.at());
        values.put("sentences", sentences(verdict));
        return values;
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict.decision()) {
            case PASS -> "The candidate is better, and breaks no more than it may.";
            case FAIL -> "The candidate is worse, or breaks or costs more than it may.";
            case INCONCLUSIVE -> "These cases do not decide it. No evidence is no PASS.";
        };
    }

    private static List<String> sentences(Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        Power power = verdict.power();
        sentences.add(String.format(
                Locale.ROOT,
                "These cases had %s %.0f %% chance to find a rise of %.0f points%s.",
                power.exact() ? "a" : "about a",
                100 * power.chance(),
                100 * power.effect(),
                power.detectable() == null
                        ? ", and are too few to find any rise four times in five"
                        : String.format(
                                Locale.ROOT,
                                ", and find one of %.0f points four times in five",
                                100 * power.detectable())));
        if (verdict.casesToDecide() != null) {
            sentences.add(verdict.casesToDecide()
                    + " cases in all would decide it at the effect seen so far, four times in five.");
        }
        for (CostChange cost : verdict.costs()) {
            String unit = cost.measure() == CostChange.Measure.LATENCY ? "ms" : "tokens";
            sentences.add(String.format(
                    Locale.ROOT,
                    "At the 95th percentile a run cost %.0f %s before and %.0f %s after, over %d cases.",
                    cost.before(),
                    unit,
                    cost.after(),
                    unit,
                    cost.cases()));
        }
        return sentences;
    }
}
