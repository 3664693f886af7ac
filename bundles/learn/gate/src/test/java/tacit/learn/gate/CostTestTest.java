package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.CostChange;
import tacit.api.gate.CostChange.Measure;
import tacit.api.gate.Decision;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;

class CostTestTest {

    private final StatisticalGate gate = new StatisticalGate();

    @Test
    void reportsTheNinetyFifthPercentileOfWhatBothArmsRecorded() {
        List<CostChange> costs = CostTest.of(outcomes(100, i -> i, i -> 2 * i), null, new SplittableRandom(1));

        assertThat(costs).hasSize(1);
        assertThat(costs.get(0).measure()).isEqualTo(Measure.LATENCY);
        assertThat(costs.get(0).before()).isEqualTo(94);
        assertThat(costs.get(0).after()).isEqualTo(188);
        assertThat(costs.get(0).rise()).isEqualTo(1);
        assertThat(costs.get(0).pValue()).isNull();
    }

    @Test
    void reportsNothingThatOnlyOneArmRecorded() {
        PairedOutcome half = new PairedOutcome("c1", arm(10), ArmOutcome.of(true));

        assertThat(CostTest.of(List.of(half), null, new SplittableRandom(1))).isEmpty();
    }

    @Test
    void failsABetterCandidateThatCostsMoreThanItsBudget() {
        List<PairedOutcome> dearer = outcomes(100, i -> 100 + i, i -> 200 + 2 * i);

        Verdict free = gate.judge(dearer, GateSettings.stochastic());
        Verdict judged = gate.judge(dearer, GateSettings.stochastic().withCostBudget(0.1));

        assertThat(free.decision()).isEqualTo(Decision.PASS);
        assertThat(judged.decision()).isEqualTo(Decision.FAIL);
        assertThat(judged.reason()).isEqualTo("latency at the 95th percentile rose by 100.0 %");
    }

    @Test
    void allowsARiseWithinTheBudget() {
        List<PairedOutcome> slightly = outcomes(100, i -> 1000 + i, i -> 1080 + i);

        Verdict verdict = gate.judge(slightly, GateSettings.stochastic().withCostBudget(0.1));

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void refusesToPassUnmeasuredCostWhereCostIsJudged() {
        List<PairedOutcome> unmeasured = StatisticalGateTest.cases(20, 0, 20, 0);

        Verdict verdict = gate.judge(unmeasured, GateSettings.stochastic().withCostBudget(0.1));

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("no case recorded its cost under both arms");
    }

    private static List<PairedOutcome> outcomes(int count, IntUnaryOperator before, IntUnaryOperator after) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PairedOutcome(
                        "c" + i,
                        new ArmOutcome(0, 1, Duration.ofMillis(before.applyAsInt(i)), null),
                        arm(after.applyAsInt(i))))
                .toList();
    }

    private static ArmOutcome arm(int millis) {
        return new ArmOutcome(1, 1, Duration.ofMillis(millis), null);
    }
}
