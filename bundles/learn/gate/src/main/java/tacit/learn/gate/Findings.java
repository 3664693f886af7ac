package tacit.learn.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.gate.Breakage;
import tacit.api.gate.CostChange;
import tacit.api.gate.Decision;
import tacit.api.gate.Effect;
import tacit.api.gate.GateSettings;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;

/** All that was found out about one candidate, and the rules that turn it into a decision. */
record Findings(
        GateSettings settings,
        Effect effect,
        Breakage breakage,
        double pValue,
        double reversePValue,
        @Nullable Integer casesToDecide,
        Power power,
        List<CostChange> costs) {

    private static final int MOST_NAMED = 3;

    Verdict verdict() {
        List<String> objections = objections();
        if (!objections.isEmpty()) {
            return verdict(Decision.FAIL, String.join("; ", objections), null);
        }
        if (effect.cases() == 0) {
            return verdict(Decision.INCONCLUSIVE, "no case ran under both arms", casesToDecide);
        }
        if (settings.costBudget() != null && costs.isEmpty()) {
            return verdict(Decision.INCONCLUSIVE, "no case recorded its cost under both arms", null);
        }
        if (significant(pValue)) {
            return verdict(Decision.PASS, "better: " + change(pValue) + ", " + brokenShare(), null);
        }
        return verdict(Decision.INCONCLUSIVE, undecided(), casesToDecide);
    }

    private Verdict verdict(Decision decision, String reason, @Nullable Integer needed) {
        return new Verdict(decision, reason, effect, breakage, pValue, reversePValue, needed, power, costs);
    }

    private List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (significant(reversePValue)) {
            objections.add("worse: " + change(reversePValue));
        }
        if (breakage.broken() > 0 && significant(breakage.pValue())) {
            objections.add(brokenShare() + " (p " + Figure.chance(breakage.pValue()) + ")");
        }
        List<String> broken = effect.brokenIds().stream()
                .filter(settings.protectedIds()::contains)
                .toList();
        if (!broken.isEmpty()) {
            objections.add("broke " + named(broken));
        }
        costs.stream().filter(this::tooCostly).map(this::rise).forEach(objections::add);
        return objections;
    }

    private boolean significant(double value) {
        return value <= settings.alpha();
    }

    private boolean tooCostly(CostChange cost) {
        Double chance = cost.pValue();
        return chance != null && significant(chance);
    }

    private String rise(CostChange cost) {
        return "%s at the 95th percentile rose by %s"
                .formatted(cost.measure().name().toLowerCase(Locale.ROOT), Figure.percent(cost.rise()));
    }

    private static String named(List<String> protectedIds) {
        String names = String.join(", ", protectedIds.subList(0, Math.min(MOST_NAMED, protectedIds.size())));
        int more = protectedIds.size() - MOST_NAMED;
        return "protected " + names + (more > 0 ? " and " + more + " more" : "");
    }

    private String change(double chance) {
        return "%d fixed against %d broken of %d cases (%s)"
                .formatted(effect.fixed(), effect.broken(), effect.cases(), "p " + Figure.chance(chance));
    }

    private String brokenShare() {
        return "breaks %s of what passed, budget %s%s"
                .formatted(
                        Figure.percent(breakage.share()),
                        Figure.percent(breakage.budget()),
                        breakage.noise() ? " (noise)" : "");
    }

    private String undecided() {
        return "not decided: " + change(Math.min(pValue, reversePValue))
                + (casesToDecide == null
                        ? ", no effect that more cases would prove"
                        : ", about " + casesToDecide + " cases would decide");
    }
}
