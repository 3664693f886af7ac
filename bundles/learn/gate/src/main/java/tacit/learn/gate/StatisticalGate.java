package tacit.learn.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tacit.api.gate.Breakage;
import tacit.api.gate.Effect;
import tacit.api.gate.Gate;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;

/** Judges by exact paired tests: the sign test, a permutation test where trials repeat, and the binomial test. */
@Component
public final class StatisticalGate implements Gate {

    @Activate
    public StatisticalGate() {}

    @Override
    public Verdict judge(List<PairedOutcome> outcomes, GateSettings settings) {
        return judgeRivals(List.of(outcomes), settings).get(0);
    }

    @Override
    public List<Verdict> judgeRivals(List<List<PairedOutcome>> rivals, GateSettings settings) {
        rivals.forEach(StatisticalGate::checkDistinct);
        double[] adjusted = Statistics.holm(rivals.stream()
                .mapToDouble(outcomes -> pValue(outcomes, settings))
                .toArray());
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            verdicts.add(verdict(rivals.get(i), adjusted[i], settings.alpha() / rivals.size(), settings));
        }
        return List.copyOf(verdicts);
    }

    private static void checkDistinct(List<PairedOutcome> outcomes) {
        Set<String> seen = new HashSet<>();
        for (PairedOutcome outcome : outcomes) {
            if (!seen.add(outcome.caseId())) {
                throw new IllegalArgumentException(
                        "outcomes must hold each case once, got '" + outcome.caseId() + "' twice");
            }
        }
    }

    private static Verdict verdict(List<PairedOutcome> outcomes, double pValue, double surest, GateSettings settings) {
        Effect effect = effect(outcomes);
        Breakage breakage = BrokenBudget.of(outcomes, settings);
        Findings findings = new Findings(
                settings,
                effect,
                breakage,
                pValue,
                pValue(mirrored(outcomes), settings),
                CasesToDecide.of(outcomes, breakage, settings.alpha()),
                PairedPower.of(outcomes, settings.smallestEffect(), surest),
                CostTest.of(outcomes, settings.costBudget(), random(settings)));
        return findings.verdict();
    }

    private static double pValue(List<PairedOutcome> outcomes, GateSettings settings) {
        if (outcomes.stream().anyMatch(PairedOutcome::repeated)) {
            return SignFlipTest.pValue(outcomes, random(settings));
        }
        return Statistics.signTest(
                outcomes.stream().filter(PairedOutcome::fixed).count(),
                outcomes.stream().filter(PairedOutcome::broken).count());
    }

    private static List<PairedOutcome> mirrored(List<PairedOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new PairedOutcome(
                        outcome.caseId(), /* before= */ outcome.after(), /* after= */ outcome.before()))
                .toList();
    }

    private static RandomGenerator random(GateSettings settings) {
        return new SplittableRandom(settings.seed());
    }

    private static Effect effect(List<PairedOutcome> outcomes) {
        return new Effect(
                outcomes.size(),
                mean(outcomes, outcome -> outcome.before().share()),
                mean(outcomes, outcome -> outcome.after().share()),
                ids(outcomes, PairedOutcome::fixed),
                ids(outcomes, PairedOutcome::broken));
    }

    private static double mean(List<PairedOutcome> outcomes, ToDoubleFunction<PairedOutcome> share) {
        return outcomes.stream().mapToDouble(share).average().orElse(0);
    }

    private static List<String> ids(List<PairedOutcome> outcomes, Predicate<PairedOutcome> kind) {
        return outcomes.stream()
                .filter(kind)
                .map(PairedOutcome::caseId)
                .sorted()
                .toList();
    }
}
