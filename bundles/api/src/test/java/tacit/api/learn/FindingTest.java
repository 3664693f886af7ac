package tacit.api.learn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesAConfidenceOutOfRange(double confidence) {
        assertThatThrownBy(() -> finding(confidence, "shown")).hasMessageStartingWith("confidence must be in [0, 1]");
    }

    @Test
    void refusesAFindingWithoutEvidence() {
        assertThatThrownBy(() -> finding(1, " ")).hasMessage("evidence must not be blank");
    }

    private static Finding finding(double confidence, String evidence) {
        return new Finding(
                null, "tool_error", FailureClass.AGENT, Severity.LOW, confidence, "It failed", evidence, null);
    }
}
