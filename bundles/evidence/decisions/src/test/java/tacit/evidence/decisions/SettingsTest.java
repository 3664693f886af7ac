package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "queue,0,queue must be at least 1",
        "queue_characters,999,queue.characters must be at least 1000",
        "most_characters,999,most.characters must be at least 1000",
        "most,0,most must be at least 1"
    })
    void refusesBoundsThatKeepNothing(String setting, int value, String message) {
        try (TestDatabase database = Engine.HSQLDB.open()) {
            assertThatThrownBy(() -> Samples.log(database.database(), Map.of(setting, value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT59S,retention must be at least PT1M", "two weeks,retention must be a duration such as P14D"})
    void refusesARetentionThatIsNone(String value, String message) {
        try (TestDatabase database = Engine.HSQLDB.open()) {
            assertThatThrownBy(() -> Samples.log(database.database(), Map.of("retention", value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message);
        }
    }
}
