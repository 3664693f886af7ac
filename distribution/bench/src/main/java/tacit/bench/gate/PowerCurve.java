package tacit.bench.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tacit.api.gate.Decision;
import tacit.api.gate.Gate;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.learn.gate.SignTestPower;

/**
 * How often the gate says PASS over made-up runs of a known effect, beside the chance that theory gives the sign test.
 *
 * <p>Half of the cases pass under the baseline and one in twenty breaks, a tenth of what passed, so that the budget of
 * 15 % is kept and the test for a better candidate decides alone.
 */
final class PowerCurve {

    private static final double[] EFFECTS = {0, 0.05, 0.1, 0.2};
    private static final int[] CASES = {50, 100, 200, 400};
    private static final double PASSED_BEFORE = 0.5;
    private static final double BROKEN = 0.05;

    private final Gate gate;
    private final int runs;

    PowerCurve(Gate gate, int runs) {
        this.gate = gate;
        this.runs = runs;
    }

    List<Map<String, Object>> figures() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (double effect : EFFECTS) {
            for (int cases : CASES) {
                rows.add(row(effect, cases));
            }
        }
        return rows;
    }

    Map<String, Object> row(double effect, int cases) {
        GateSettings settings = GateSettings.stochastic();
        SplittableRandom random = new SplittableRandom(cases);
        int passes = 0;
        for (int run = 0; run < runs; run++) {
            Decision decision =
                    gate.judge(outcomes(effect, cases, random), settings).decision();
            passes += decision == Decision.PASS ? 1 : 0;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("effect", effect);
        row.put("cases", cases);
        row.put("simulated", (double) passes / runs);
        row.put("theory", new SignTestPower(cases, settings.alpha()).chance(BROKEN + effect, BROKEN));
        return row;
    }

    private static List<PairedOutcome> outcomes(double effect, int cases, SplittableRandom random) {
        List<PairedOutcome> outcomes = new ArrayList<>(cases);
        for (int i = 0; i < cases; i++) {
            boolean before = random.nextDouble() < PASSED_BEFORE;
            double changes = before ? BROKEN / PASSED_BEFORE : (BROKEN + effect) / (1 - PASSED_BEFORE);
            outcomes.add(PairedOutcome.of("case" + i, before, before != random.nextDouble() < changes));
        }
        return outcomes;
    }
}
