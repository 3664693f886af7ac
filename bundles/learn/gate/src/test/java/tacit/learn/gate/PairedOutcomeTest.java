package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.PairedOutcome;

class PairedOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, true, false",
        "1, 1, 0, 1, false, true",
        "1, 1, 1, 1, false, false",
        "1, 3, 2, 6, false, false",
        "1, 3, 2, 5, true, false",
        "2, 3, 3, 5, false, true",
    })
    void comparesSharesOfPassedTrials(int before, int of, int after, int ofAfter, boolean fixed, boolean broken) {
        PairedOutcome outcome = new PairedOutcome("c1", ArmOutcome.of(before, of), ArmOutcome.of(after, ofAfter));

        assertThat(outcome.fixed()).isEqualTo(fixed);
        assertThat(outcome.broken()).isEqualTo(broken);
        assertThat(outcome.repeated()).isEqualTo(of > 1 || ofAfter > 1);
    }

    @Test
    void refusesImpossibleOutcomes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmOutcome.of(0, 0))
                .withMessage("trials must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArmOutcome.of(3, 2))
                .withMessage("passed must be in [0, 2], got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmOutcome(1, 1, Duration.ofMillis(-1), null))
                .withMessage("latency must not be negative, got PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArmOutcome(1, 1, null, Double.NaN))
                .withMessage("tokens must be finite and not negative, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedOutcome.of(" ", true, true))
                .withMessage("caseId must not be blank");
    }
}
