package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.testkit.Configurations;

final class SettingsTest {

    private static Settings settings(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("data_directory", "data", "home", "image"));
        values.putAll(more);
        return Settings.of(Configurations.of(HarnessConfig.class, values));
    }

    @Test
    void hasSafeDefaults() {
        Settings settings = settings(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.limits().start()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.reach()).isEqualTo(20);
        assertThat(settings.decisionsOneOf()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "start_timeout_seconds, 0, start.timeout.seconds",
        "satisfy_timeout_millis, -1, satisfy.timeout.millis",
        "probe_deadline_millis, 0, probe.deadline.millis",
        "drain_timeout_millis, -1, drain.timeout.millis",
        "reach, 0, reach",
        "supervisor_seconds, 0, supervisor.seconds",
        "decision_sample, -1, decision.sample"
    })
    void refusesAValueOutOfItsRange(String key, int value, String name) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name + " must be in [")
                .hasMessageEndingWith("got " + value);
    }

    @Test
    void refusesAHostWithoutADataDirectory() {
        assertThatThrownBy(() -> settings(Map.of("data_directory", " ")))
                .hasMessage("data.directory must not be blank");
    }
}
