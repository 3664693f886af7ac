package tacit.bench.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.Decision;
import tacit.api.gate.Gate;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;

/** Comparisons of arms that do not differ but by chance, so that every PASS is a wrong one. */
final class BaselineAgainstItself {

    static final int SEEDS = 400;

    private final Gate gate;

    BaselineAgainstItself(Gate gate) {
        this.gate = gate;
    }

    /** Deals the trials of each task by chance, one half to each arm. */
    Map<String, Object> dealt(Map<String, List<Boolean>> tasks) {
        return repeated(tasks.size(), random -> {
            List<PairedOutcome> outcomes = new ArrayList<>();
            tasks.forEach((task, trials) -> {
                List<Boolean> dealt = new ArrayList<>(trials);
                Collections.shuffle(dealt, random);
                int half = dealt.size() / 2;
                if (half > 0) {
                    outcomes.add(
                            new PairedOutcome(task, arm(dealt.subList(0, half)), arm(dealt.subList(half, 2 * half))));
                }
            });
            return outcomes;
        });
    }

    /** Swaps the arms of each task by a fair coin. */
    Map<String, Object> swapped(Map<String, List<Boolean>> baseline, Map<String, List<Boolean>> candidate) {
        return repeated(baseline.size(), random -> {
            List<PairedOutcome> outcomes = new ArrayList<>();
            baseline.forEach((task, trials) -> {
                boolean swap = random.nextBoolean();
                List<Boolean> others = candidate.getOrDefault(task, List.of());
                if (!others.isEmpty()) {
                    outcomes.add(new PairedOutcome(task, arm(swap ? others : trials), arm(swap ? trials : others)));
                }
            });
            return outcomes;
        });
    }

    private static ArmOutcome arm(List<Boolean> trials) {
        return ArmOutcome.of((int) trials.stream().filter(passed -> passed).count(), trials.size());
    }

    private Map<String, Object> repeated(int tasks, Function<Random, List<PairedOutcome>> dealing) {
        int passes = 0;
        int fails = 0;
        double paired = 1;
        for (int seed = 0; seed < SEEDS; seed++) {
            Verdict verdict = gate.judge(dealing.apply(new Random(seed)), GateSettings.stochastic());
            passes += verdict.decision() == Decision.PASS ? 1 : 0;
            fails += verdict.decision() == Decision.FAIL ? 1 : 0;
            paired = Math.min(paired, (double) verdict.effect().cases() / tasks);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seeds", SEEDS);
        figures.put("passShare", (double) passes / SEEDS);
        figures.put("failShare", (double) fails / SEEDS);
        figures.put("pairedShare", paired);
        return figures;
    }
}
