package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.launcher.framework.Ports;

class UpOptionsTest {

    @Test
    void leavesThePortsToTheSettings() {
        assertThat(UpOptions.parse(List.of())).isEqualTo(new UpOptions(false, Ports.Asked.NOTHING));
    }

    @Test
    void takesPortsAndTheSample() {
        assertThat(UpOptions.parse(List.of("--otlp-port=2", "--sample", "--port", "1")))
                .isEqualTo(new UpOptions(true, new Ports.Asked(OptionalInt.of(1), OptionalInt.of(2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port x|--port must be a number, got 'x'",
                "--port 70000|--port must be in [0, 65535], got 70000",
                "--otlp-port=-1|--otlp-port must be in [0, 65535], got -1",
                "--samples|up must be given --sample, --data DIR, --port N or --otlp-port N, got '--samples'"
            })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }
}
