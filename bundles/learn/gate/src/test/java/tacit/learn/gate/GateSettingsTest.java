package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.gate.CostChange;
import tacit.api.gate.CostChange.Measure;
import tacit.api.gate.GateSettings;

class GateSettingsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 0.51, Double.NaN})
    void refusesAnAlphaThatDecidesNothing(double alpha) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateSettings.stochastic().withAlpha(alpha))
                .withMessage("alpha must be in (0, 0.5], got " + alpha);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -0.1, Double.NaN})
    void refusesABudgetThatIsNoShare(double budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateSettings.deterministic().withBudget(budget))
                .withMessage("budget must be in [0, 1), got " + budget);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void refusesAnEffectThatNobodyCouldFind(double effect) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GateSettings.stochastic().withSmallestEffect(effect))
                .withMessage("smallestEffect must be in (0, 1], got " + effect);
    }

    @Test
    void keepsEachSettingWhenAnotherIsSet() {
        GateSettings all = GateSettings.stochastic()
                .withSmallestEffect(0.2)
                .withAlpha(0.02)
                .withBudget(0.3)
                .withCostBudget(0.4)
                .withProtectedIds(Set.of("a"));

        assertThat(all)
                .isEqualTo(new GateSettings(GateSettings.Evaluator.STOCHASTIC, 0.02, 0.3, 0.4, 0.2, Set.of("a"), 1));
    }

    @Test
    void letsNothingBreakWhereAnswersDoNotVary() {
        assertThat(GateSettings.deterministic().budget()).isZero();
        assertThat(GateSettings.stochastic().budget()).isEqualTo(0.15);
    }

    @Test
    void answersTheRiseOfACost() {
        assertThat(new CostChange(Measure.TOKENS, 1, 100, 110, null).rise()).isEqualTo(110.0 / 100 - 1);
        assertThat(new CostChange(Measure.TOKENS, 1, 0, 0, null).rise()).isZero();
        assertThat(new CostChange(Measure.TOKENS, 1, 0, 5, null).rise()).isInfinite();
    }
}
