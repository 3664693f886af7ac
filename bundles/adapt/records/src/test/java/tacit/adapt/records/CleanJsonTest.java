package tacit.adapt.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.evidence.redaction.PatternRedactor;

class CleanJsonTest {

    private static final String SECRET = "sk-abcdefghijklmnop1234";

    private final CleanJson clean = new CleanJson(new PatternRedactor());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"use SECRET\"}",
                "[\"use SECRET\"]",
                "\"use SECRET\"",
                "{\"a\":{\"b\":[{\"c\":\"use SECRET\"}]}}",
                "[[[\"x\",[\"use SECRET\"]]]]"
            })
    void takesSecretsOutHoweverDeepTheyLie(String content) {
        String stored = clean.of(content.replace("SECRET", SECRET));

        assertThat(stored).doesNotContain(SECRET).contains("use ");
    }

    @Test
    void keepsWhatStandsBesideASecret() {
        String stored =
                clean.of("{\"n\":1.50,\"yes\":true,\"no\":null,\"a\":\"" + SECRET + "\",\"words\":\"as they are\"}");

        assertThat(stored)
                .contains("\"n\":1.5", "\"yes\":true", "\"no\":null", "\"words\":\"as they are\"")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ \"a\" :  1.500 }", "[1,  2]", "\"text\"", "17", "null", "true", "{}"})
    void leavesWhatHasNoSecretAsItIsWritten(String content) {
        assertThat(clean.of(content)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a", "{\"a\":1}}", "1 2", "[1,]", "text", "{'a':1}"})
    void refusesWhatIsNoJson(String content) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clean.of(content))
                .withMessageStartingWith("content must be JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void refusesNothing(String content) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clean.of(content))
                .withMessage("content must be JSON, got nothing");
    }
}
