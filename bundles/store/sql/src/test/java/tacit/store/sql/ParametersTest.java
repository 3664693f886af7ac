package tacit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T10:15:30.123456Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z"})
    void keepsTimesToTheMicrosecond(String text) {
        Instant time = Instant.parse(text);

        assertThat(Parameters.time(Parameters.micros(time))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"a\0b,a\uFFFDb", "\uD83Dx,\uFFFDx", "x\uDE42,x\uFFFD", "x\uD83D,x\uFFFD"})
    void replacesWhatNotEveryEngineHolds(String text, String stored) {
        assertThat(Parameters.storable(text)).isEqualTo(stored);
    }

    @Test
    void leavesEveryOtherTextAsItIs() {
        String text = "grüße 🙂 'quoted' \\ \n";

        assertThat(Parameters.storable(text)).isSameAs(text);
    }
}
