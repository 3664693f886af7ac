package tacit.surface.settings;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.adapt.Setting;

class ValueRuleTest {

    @ParameterizedTest
    @CsvSource({
        "Integer, 0, 20, 20",
        "Long, , , -9000000000",
        "Double, 0, 1, 0.75",
        "Boolean, , , true",
        "String, 2, 4, four",
        "Character, , , x",
        "Password, , , anything",
        "Float, , , 1.5"
    })
    void takesWhatFits(String type, @Nullable String min, @Nullable String max, String value) {
        ValueRule.check("key", rule(type, min, max), value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Integer; 0; 20; 21; key must be in [0, 20]",
                "Integer; ; ; 1.5; key must be an Integer",
                "Short; ; ; 70000; key must be a Short",
                "Double; 0; ; -0.1; key must be in [0, …]",
                "Boolean; ; ; yes; key must be true or false",
                "String; 2; 4; three; key must have a length in [2, 4]",
                "Character; ; ; xy; key must be one character"
            })
    void refusesWhatDoesNot(String type, @Nullable String min, @Nullable String max, String value, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueRule.check("key", rule(type, min, max), value))
                .withMessage(reason);
    }

    private static Setting.Rule rule(String type, @Nullable String min, @Nullable String max) {
        return new Setting.Rule(type, List.of(), min, max, false);
    }
}
