package tacit.runtime.harness.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingRulesTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1, 'oneOf must be at least 0, got -1'",
        "0, 0, 1, 'maxRecorded must be at least 1, got 0'",
        "0, 1, 0, 'capacity must be at least 1, got 0'"
    })
    void refusesWhatCannotWork(int oneOf, int max, int capacity, String reason) {
        assertThatThrownBy(() -> new RecordingRules(oneOf, max, capacity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void recordsNothingByNone() {
        assertThat(RecordingRules.none().oneOf()).isZero();
    }
}
