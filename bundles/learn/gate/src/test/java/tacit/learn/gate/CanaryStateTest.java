package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.CanaryState.Tallies;

class CanaryStateTest {

    @Test
    void startsUndecidedWithoutEvidence() {
        CanaryState start = CanaryState.start(0.05);

        assertThat(start.decided()).isFalse();
        assertThat(start.improved()).isEqualTo(1);
        assertThat(start.worsened()).isEqualTo(1);
        assertThat(start.totals().candidate().share()).isZero();
    }

    @Test
    void countsTheCasesOfEachArm() {
        Tallies tallies =
                Tallies.NONE.and(Arm.CANDIDATE, true).and(Arm.BASELINE, false).and(Arm.CANDIDATE, false);

        assertThat(tallies).isEqualTo(new Tallies(new ArmTally(1, 0), new ArmTally(2, 1)));
        assertThat(tallies.candidate().share()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6, -1, Double.NaN})
    void refusesAnAlphaThatIsNone(double alpha) {
        assertThatThrownBy(() -> CanaryState.start(alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("alpha must be in (0, 0.5], got ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesEvidenceThatIsNone(double evidence) {
        assertThatThrownBy(() -> state(List.of(), evidence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("worsened must be finite and not negative, got ");
    }

    @Test
    void refusesMoreSuccessesThanCases() {
        assertThatThrownBy(() -> new ArmTally(3, 4)).hasMessage("successes must be in [0, 3], got 4");
        assertThatThrownBy(() -> new ArmTally(3, -1)).hasMessage("successes must be in [0, 3], got -1");
    }

    @Test
    void keepsItsOwnCopyOfTheBets() {
        List<Double> bets = new ArrayList<>(List.of(0.5));
        CanaryState state = state(bets, 1);
        bets.clear();

        assertThat(state.bets()).containsExactly(0.5);
    }

    private static CanaryState state(List<Double> bets, double worsened) {
        return new CanaryState(0.05, Tallies.NONE, Tallies.NONE, bets, 1, worsened, CanaryDecision.UNDECIDED);
    }
}
