package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
