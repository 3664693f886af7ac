package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Power;

class PairedPowerTest {

    @Test
    void saysWhatChanceTheCasesThatRanGave() {
        Power power = power(StatisticalGateTest.cases(64, 51, 689, 230), 0.05, 0.01);

        // 115 of 1,034 changed, so 5 points are 83 fixed against 31 broken
        assertThat(power.exact()).isTrue();
        assertThat(power.effect()).isEqualTo(0.05);
        assertThat(power.chance())
                .isCloseTo(
                        new SignTestPower(1_034, 0.01).chance((115.0 / 1_034 + 0.05) / 2, (115.0 / 1_034 - 0.05) / 2),
                        within(1e-12))
                .isGreaterThan(0.98);
        assertThat(power.detectable()).isBetween(0.03, 0.05);
    }

    @Test
    void doesNotDependOnTheDirectionOfWhatChanged() {
        assertThat(power(StatisticalGateTest.cases(20, 5, 40, 35), 0.1, 0.01))
                .isEqualTo(power(StatisticalGateTest.cases(5, 20, 40, 35), 0.1, 0.01));
    }

    @Test
    void findsTheDetectableEffectFourTimesInFive() {
        List<PairedOutcome> outcomes = StatisticalGateTest.cases(12, 6, 50, 32);
        Power power = power(outcomes, 0.05, 0.01);

        assertThat(power(outcomes, power.detectable(), 0.01).chance()).isBetween(0.8, 0.802);
        assertThat(power(outcomes, power.detectable() - 0.001, 0.01).chance()).isLessThan(0.8);
    }

    @Test
    void letsMoreCasesChangeWhereTooFewDidForTheEffect() {
        Power power = power(StatisticalGateTest.cases(0, 0, 30, 20), 0.2, 0.01);

        assertThat(power.chance()).isCloseTo(Statistics.binomialTail(7, 50, 0.2), within(1e-9));
    }

    @Test
    void namesNoDetectableEffectWhereTooFewCasesRan() {
        assertThat(power(List.of(), 0.05, 0.01)).isEqualTo(new Power(0.05, 0, null, true));
        assertThat(power(StatisticalGateTest.cases(1, 0, 3, 2), 0.05, 0.01).detectable())
                .isNull();
    }

    @Test
    void approximatesWhereTrialsRepeat() {
        SplittableRandom random = new SplittableRandom(3);
        List<PairedOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            outcomes.add(new PairedOutcome(
                    "t" + i, ArmOutcome.of(random.nextInt(3), 4), ArmOutcome.of(random.nextInt(5), 4)));
        }
        Power power = power(outcomes, 0.15, 0.01);
        double meanSquare = outcomes.stream()
                .mapToDouble(outcome -> Math.pow(SignFlipTest.change(outcome), 2))
                .average()
                .orElseThrow();

        assertThat(power.exact()).isFalse();
        assertThat(Statistics.pairsNeeded(power.detectable(), meanSquare, 0.01)).isCloseTo(80, within(0.05));
        assertThat(power.chance()).isBetween(0.3, 0.95);
        assertThat(power(outcomes, 1, 0.01).chance()).isEqualTo(1);
    }

    @Test
    void asksOfRivalsWhatTheSurestHasToShow() {
        List<PairedOutcome> outcomes = StatisticalGateTest.cases(12, 6, 50, 32);
        StatisticalGate gate = new StatisticalGate();
        GateSettings settings = GateSettings.stochastic().withSmallestEffect(0.1);

        Power alone = gate.judge(outcomes, settings).power();
        Power among =
                gate.judgeRivals(List.of(outcomes, outcomes), settings).get(1).power();

        assertThat(alone).isEqualTo(power(outcomes, 0.1, 0.01));
        assertThat(among).isEqualTo(power(outcomes, 0.1, 0.005));
        assertThat(among.chance()).isLessThan(alone.chance());
    }

    private static Power power(List<PairedOutcome> outcomes, double effect, double alpha) {
        return PairedPower.of(outcomes, effect, alpha);
    }
}
