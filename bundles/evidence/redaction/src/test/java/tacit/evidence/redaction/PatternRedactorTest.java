package tacit.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.ingest.Redactor.Redaction;

class PatternRedactorTest {

    private static final String[] PIECES = {
        "password",
        "=",
        ":",
        " ",
        "\"",
        "'",
        "\\",
        "\\n",
        "\n",
        "ghp_",
        "sk-",
        "abc123",
        "-----BEGIN RSA PRIVATE KEY-----",
        "://",
        "@",
        "Bearer ",
        "Basic ",
        "eyJ",
        ".",
        "token",
        "key",
        "api_",
        "--",
        "is ",
        "\ud800",
        "\u0000",
        "{",
        "}",
        "AKIA"
    };

    private final PatternRedactor redactor = new PatternRedactor();

    @Test
    void returnsTheSameTextWhereThereIsNothingToReplace() {
        String text = "nothing to see";

        assertThat(redactor.redact(text).text()).isSameAs(text);
    }

    @Test
    void countsEachSecretOnce() {
        Redaction redaction = redactor.redact("password=a1b2c3 and token=ghp_abcdef123456 and sk-abcdef");

        assertThat(redaction.count()).isEqualTo(3);
        assertThat(redaction.text())
                .isEqualTo("password=[REDACTED:password] and token=[REDACTED:github_token] and [REDACTED:api_key]");
    }

    @Test
    void namesTheMostSpecificKindWhereRulesOverlap() {
        assertThat(redactor.redact("Authorization: Bearer ghp_abcdef123456").text())
                .isEqualTo("Authorization: Bearer [REDACTED:github_token]");
    }

    @Test
    void findsNothingMoreInItsOwnOutput() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            Redaction once = redactor.redact(mixture(random, 1 + random.nextInt(30)));

            assertThat(redactor.redact(once.text()).text()).isEqualTo(once.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "password=$",
                "password=password=",
                "-----BEGIN PRIVATE KEY-----",
                "://",
                "://a:",
                "://a@",
                "Bearer ",
                "Basic ",
                "eyJaaaaaaaa.",
                "eyJaaaaaaaaaa.eyJ",
                "\\",
                "\\\"",
                "token: ",
                "\"password\": \"",
                "a:",
                "--password ",
                "is ",
                "key ",
                "api key:",
                "ghp_",
                "sk-",
                "'",
                "password '",
                "{\"a\":",
                "AKIA",
                "cookie: ",
                "authorization: "
            })
    void comesToAnEndOnHostileText(String piece) {
        // anything worse than linear would not come to an end here
        String text = piece.repeat(400_000 / piece.length());

        assertThat(redactor.redact(text).text()).isNotNull();
    }

    private static String mixture(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
