package tacit.memory.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** Computed from the formula by hand. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0.0, 0.2775", "5, 10, 0.2366, 0.7634", "10, 10, 0.7225, 1.0", "15, 50, 0.1910, 0.4375"})
    void isWilsonsInterval(long well, long all, double low, double high) {
        Share share = Share.of(well, all);

        assertThat(share.low()).isCloseTo(low, within(0.0001));
        assertThat(share.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void saysNothingWithoutRuns() {
        assertThat(Share.of(0, 0)).isEqualTo(new Share(0, 1));
    }
}
