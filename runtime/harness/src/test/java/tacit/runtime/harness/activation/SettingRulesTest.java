package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.trust.BundleFacts;

final class SettingRulesTest {

    private static boolean fits(String type, String value) {
        BundleFacts facts = new BundleFacts(
                "a",
                "1.0.0",
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("pid", new TreeMap<>(Map.of("key", type)))));
        return SettingRules.problem(facts, "pid", new TreeMap<>(Map.of("key", value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "String, anything",
        "Integer, -7",
        "Long, 9000000000",
        "Double, 0.5",
        "Float, 1e3",
        "Short, 12",
        "Byte, 127",
        "Boolean, true",
        "Character, x",
        "Password, secret"
    })
    void takesAValueOfTheType(String type, String value) {
        assertThat(fits(type, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Integer, 9000000000",
        "Long, ten",
        "Double, half",
        "Float, ''",
        "Short, 70000",
        "Byte, 128",
        "Boolean, yes",
        "Character, xy"
    })
    void refusesAValueOfAnotherType(String type, String value) {
        assertThat(fits(type, value)).isFalse();
    }
}
