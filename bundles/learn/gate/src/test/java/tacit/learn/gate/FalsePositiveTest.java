package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.Decision;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;

/** Judges a baseline against itself: whoever is better then is better by chance. */
class FalsePositiveTest {

    private static final int SEEDS = 400;
    private final StatisticalGate gate = new StatisticalGate();

    @ParameterizedTest
    @CsvSource({"50, 2, 2", "50, 1, 3", "200, 4, 1", "147, 1, 1", "1000, 1, 1"})
    void hardlyEverPassesTheBaselineAgainstItself(int tasks, int before, int after) {
        long passes = count(tasks, before, after, Decision.PASS);

        assertThat(passes).isLessThanOrEqualTo(SEEDS * 2 / 100);
    }

    @Test
    void hardlyEverFailsARepeatedBaselineAgainstItself() {
        assertThat(count(50, 2, 2, Decision.FAIL)).isLessThanOrEqualTo(SEEDS * 2 / 100);
        assertThat(count(50, 4, 4, Decision.FAIL)).isLessThanOrEqualTo(SEEDS * 2 / 100);
    }

    private long count(int tasks, int before, int after, Decision decision) {
        long found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<PairedOutcome> outcomes = noise(tasks, before, after, new SplittableRandom(seed));
            found += gate.judge(outcomes, GateSettings.stochastic()).decision() == decision ? 1 : 0;
        }
        return found;
    }

    private static List<PairedOutcome> noise(int tasks, int before, int after, SplittableRandom random) {
        List<PairedOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            double chance = random.nextDouble();
            outcomes.add(new PairedOutcome("t" + i, trials(before, chance, random), trials(after, chance, random)));
        }
        return outcomes;
    }

    private static ArmOutcome trials(int trials, double chance, SplittableRandom random) {
        int passed = 0;
        for (int i = 0; i < trials; i++) {
            passed += random.nextDouble() < chance ? 1 : 0;
        }
        return ArmOutcome.of(passed, trials);
    }
}
