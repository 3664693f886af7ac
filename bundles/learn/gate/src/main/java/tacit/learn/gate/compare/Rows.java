package tacit.learn.gate.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tacit.api.gate.Breakage;
import tacit.api.gate.CostChange;
import tacit.api.gate.CostChange.Measure;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;
import tacit.learn.gate.Figure;

/** The figures of a comparison as named rows, for the reports that people read. */
final class Rows {

    private Rows() {}

    static Map<String, String> of(Comparison comparison) {
        Verdict verdict = comparison.verdict();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("cases paired", cases(comparison));
        rows.put(
                "fixed / broken",
                verdict.effect().fixed() + " / " + verdict.effect().broken());
        rows.put(
                "chance if nothing changed",
                "better p " + Figure.chance(verdict.pValue()) + ", worse p " + Figure.chance(verdict.reversePValue()));
        rows.put("broken of passed", broken(verdict.breakage()));
        if (verdict.casesToDecide() != null) {
            rows.put("cases to decide", "about " + verdict.casesToDecide());
        }
        rows.put("power of this run", power(verdict.power()));
        verdict.costs().forEach(cost -> rows.put(label(cost.measure()), change(cost)));
        leftOut(rows, "left out of baseline", comparison.baseline());
        leftOut(rows, "left out of candidate", comparison.candidate());
        return rows;
    }

    private static String cases(Comparison comparison) {
        long baseline = comparison.onlyInBaseline();
        long candidate = comparison.onlyInCandidate();
        return comparison.verdict().effect().cases()
                + (baseline + candidate == 0
                        ? ""
                        : ", unpaired: %d of the baseline, %d of the candidate".formatted(baseline, candidate));
    }

    private static String broken(Breakage breakage) {
        return String.format(
                Locale.ROOT,
                "%s of %.0f, budget %s%s",
                Figure.percent(breakage.share()),
                breakage.passedBefore(),
                Figure.percent(breakage.budget()),
                breakage.noise() ? " (the noise of the baseline)" : "");
    }

    /** The chance that this many cases gave, the same in every report. */
    static String power(Power power) {
        Double detectable = power.detectable();
        return Figure.percent(power.chance()) + " for " + Figure.points(power.effect())
                + (detectable == null ? "" : ", 80 % from " + Figure.points(detectable))
                + (power.exact() ? "" : " (approximate)");
    }

    private static String label(Measure measure) {
        return switch (measure) {
            case LATENCY -> "time, 95th percentile";
            case TOKENS -> "tokens, 95th percentile";
        };
    }

    private static String change(CostChange cost) {
        String unit = cost.measure() == Measure.LATENCY ? " ms" : "";
        return String.format(
                Locale.ROOT,
                "%.0f%s -> %.0f%s (%s)",
                cost.before(),
                unit,
                cost.after(),
                unit,
                Figure.rise(cost.rise()));
    }

    private static void leftOut(Map<String, String> rows, String label, Batch batch) {
        List<String> parts = new ArrayList<>();
        count(parts, batch.withoutOutcome(), "runs without outcome");
        count(parts, batch.withoutTask(), "runs without task");
        count(parts, batch.refusals().size(), "refused");
        if (!parts.isEmpty()) {
            rows.put(label, String.join(", ", parts));
        }
    }

    private static void count(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
