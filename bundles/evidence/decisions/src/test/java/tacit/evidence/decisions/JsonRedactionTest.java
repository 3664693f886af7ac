package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.evidence.redaction.PatternRedactor;

class JsonRedactionTest {

    private final JsonRedaction redaction = new JsonRedaction(JsonRedaction.factory(100_000), new PatternRedactor());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "[]",
                "{}",
                "[1,-0.0,1.10,1E+5,12345678901234567890123,0.1000000000000000055511151231257827]",
                "{\"a\":{\"b\":[{\"c\":null}]},\"d\":\"quoted \\\" and \\\\ and \\n\"}",
                "{\"tokens\":5,\"output_tokens\":7,\"tokenizer\":\"bpe\"}",
                "{\"password\":\"\",\"secret\":null,\"token\":true}"
            })
    void leavesWhatHoldsNoSecretAsItIs(String json) {
        assertThat(redaction.redact(json)).isEqualTo(json);
        assertThat(redaction.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"x\"}                        | {\"password\":\"[REDACTED:field]\"}",
                "{\"api_key\":12345}                         | {\"api_key\":\"[REDACTED:field]\"}",
                "{\"a\":[{\"client_secret\":{\"v\":[1]}}],\"b\":2} | {\"a\":[{\"client_secret\":\"[REDACTED:field]\"}],\"b\":2}",
                "{\"$password\":\"x\"}                       | {\"$password\":\"[REDACTED:field]\"}",
                "[\"mysql://root:hunter22@db/x\"]            | [\"mysql://root:[REDACTED:url_password]@db/x\"]"
            })
    void replacesSecretsByNameAndByForm(String json, String clean) {
        assertThat(redaction.redact(json)).isEqualTo(clean);
        assertThat(redaction.count()).isEqualTo(1);
    }

    @Test
    void replacesSecretsThatAreNames() {
        String json = "{\"" + Samples.KEY + "\":1,\"" + Samples.KEY.replace('e', 'f') + "\":2}";

        String clean = redaction.redact(json);

        assertThat(clean).isEqualTo("{\"[REDACTED:github_token]1\":1,\"[REDACTED:github_token]2\":2}");
    }

    @Test
    void seesASecretBehindTheEscapesOfTextInText() {
        String clean = redaction.redact("{\"text\":\"{\\\"password\\\": \\\"hunter2!x\\\"}\\n\"}");

        assertThat(clean).doesNotContain("hunter2");
        assertThat(redaction.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "{\"a\":}", "[\"hidden words\"", "1 2", "hidden words", "{\"a\":1}]"})
    void refusesWhatIsNotOneValueAndQuotesNoneOfIt(String json) {
        assertThatThrownBy(() -> redaction.redact(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("text must be")
                .hasMessageNotContaining("hidden")
                .hasNoCause();
    }

    @Test
    void takesTextsUpToItsBound() {
        String json = "[\"" + "x".repeat(90_000) + "\"]";

        assertThat(redaction.redact(json)).isEqualTo(json);
    }
}
