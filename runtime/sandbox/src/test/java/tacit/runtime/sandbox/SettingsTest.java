package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.sandbox.SandboxLevel;
import tacit.runtime.testkit.Configurations;

class SettingsTest {

    private static Settings settings(Map<String, ?> given) {
        Map<String, Object> all = new TreeMap<>(Map.of("home", "/image", "data_directory", "/data"));
        all.putAll(given);
        return Settings.of(Configurations.of(ProcessSandbox.Config.class, all));
    }

    @Test
    void hasDefaults() {
        Settings settings = settings(Map.of());

        assertThat(settings.warmCells()).isOne();
        assertThat(settings.heapMegabytes()).isEqualTo(64);
        assertThat(settings.idle()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.java()).hasToString(System.getProperty("java.home"));
        assertThat(settings.lowest()).isEqualTo(SandboxLevel.PROCESS);
        assertThat(settings.highest()).isEqualTo(SandboxLevel.ISOLATED);
    }

    @Test
    void takesAnotherJava() {
        assertThat(settings(Map.of("java", "/opt/jdk")).java()).hasToString("/opt/jdk");
    }

    @ParameterizedTest
    @CsvSource({
        "warm_cells,9,'warm.cells must be in [0, 8], got 9'",
        "heap_megabytes,8,'heap.megabytes must be in [24, 4096], got 8'",
        "folder_megabytes,0,'folder.megabytes must be in [8, 1024], got 0'",
        "threads,5,'threads must be in [64, 4096], got 5'",
        "answer_kilobytes,0,'answer.kilobytes must be in [1, 65536], got 0'",
        "processes_per_run,0,'processes.per.run must be in [1, 10000], got 0'",
        "start_seconds,0,'start.seconds must be in [1, 600], got 0'",
        "idle_seconds,0,'idle.seconds must be in [1, 86400], got 0'"
    })
    void refusesNumbersOutOfRange(String key, int value, String message) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesUnknownLevels() {
        assertThatThrownBy(() -> settings(Map.of("lowest_level", "none")))
                .hasMessage("lowest.level must be one of [PROCESS, LIMITED, ISOLATED], got 'none'");
    }

    @Test
    void refusesALowestLevelAboveTheHighest() {
        assertThatThrownBy(() -> settings(Map.of("lowest_level", "isolated", "highest_level", "limited")))
                .hasMessage("lowest.level must not be above highest.level, got ISOLATED and LIMITED");
    }

    @ParameterizedTest
    @CsvSource({"home,home", "data_directory,data.directory"})
    void refusesBlankFolders(String key, String name) {
        assertThatThrownBy(() -> settings(Map.of(key, " "))).hasMessage(name + " must not be blank");
    }
}
