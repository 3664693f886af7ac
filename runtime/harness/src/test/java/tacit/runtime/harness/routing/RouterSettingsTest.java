package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, 1, 1, 'decisionsOneOf must be at least 0, got -1'",
        "0, -1, 1, 1, 1, 'timingsOneOf must be at least 0, got -1'",
        "0, 0, 0, 1, 1, 'maxRecorded must be at least 1, got 0'",
        "0, 0, 1, 0, 1, 'recordingQueue must be at least 1, got 0'",
        "0, 0, 1, 1, 0, 'scheduledThreads must be at least 1, got 0'"
    })
    void refusesWhatCannotWork(int decisions, int timings, int max, int queue, int threads, String reason) {
        assertThatThrownBy(() -> new RouterSettings(decisions, timings, max, queue, threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void takesNoneForNothing() {
        assertThat(new RouterSettings(0, 0, 1, 1, 1).decisionsOneOf()).isZero();
    }

    @Test
    void recordsByDefault() {
        assertThat(RouterSettings.standard().decisionsOneOf()).isPositive();
    }
}
