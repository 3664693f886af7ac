package tacit.memory.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    // Put together here, so that no file of the project holds what a scanner takes for a key.
    private static final String LETTERS = "a1B2c3D4e5F6g7H8i9J0";

    @ParameterizedTest
    @CsvSource({
        "ghp_, [REDACTED_GITHUB_TOKEN]",
        "ghs_, [REDACTED_GITHUB_TOKEN]",
        "github_pat_, [REDACTED_GITHUB_TOKEN]",
        "glpat-, [REDACTED_GITLAB_TOKEN]",
        "sk-, [REDACTED_API_KEY]",
        "sk-proj-, [REDACTED_API_KEY]",
        "xoxb-, [REDACTED_SLACK_TOKEN]",
        "Bearer , Bearer [REDACTED_TOKEN]"
    })
    void marksKeysByTheirForm(String begin, String mark) {
        String prefix = begin.equals("Bearer") ? "Bearer " : begin;

        assertThat(Secrets.redacted("use " + prefix + LETTERS + " here")).isEqualTo("use " + mark + " here");
    }

    @Test
    void marksKeysOfAClass() {
        assertThat(Secrets.redacted("AKI" + "A" + "ABCDEFGHIJKLMNOP")).isEqualTo("[REDACTED_AWS_ACCESS_KEY]");
        assertThat(Secrets.redacted("AIz" + "a" + LETTERS + LETTERS)).isEqualTo("[REDACTED_API_KEY]");
        assertThat(Secrets.redacted("eyJ" + LETTERS + "." + LETTERS + "." + LETTERS))
                .isEqualTo("[REDACTED_TOKEN]");
    }

    @Test
    void marksAKeyBlockEvenWhenItsEndIsCutOff() {
        String begin = "-----BEGIN RSA PRIVATE" + " KEY-----\nMIIE\n";

        assertThat(Secrets.redacted("a\n" + begin + "-----END RSA PRIVATE" + " KEY-----\nb"))
                .isEqualTo("a\n[REDACTED_PRIVATE_KEY]\nb");
        assertThat(Secrets.redacted("a\n" + begin)).isEqualTo("a\n[REDACTED_PRIVATE_KEY]");
    }

    @Test
    void marksTheValueOfANameAndKeepsItsQuotes() {
        assertThat(Secrets.redacted("API_KEY=abcd1234")).isEqualTo("API_KEY=[REDACTED]");
        assertThat(Secrets.redacted("db password: 'swordfish'")).isEqualTo("db password: '[REDACTED]'");
        assertThat(Secrets.redacted("{\"client_secret\": \"abcd\"}")).isEqualTo("{\"client_secret\": \"[REDACTED]\"}");
        assertThat(Secrets.redacted("access_token=abcd1234")).isEqualTo("access_token=[REDACTED]");
        assertThat(Secrets.redacted("**Password**: swordfish")).isEqualTo("**Password**: [REDACTED]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The author checks authentication",
                "Ask the secretary",
                "token: primary",
                "color-token: #ff0011",
                "max tokens: 4096",
                "the bearer of bad news",
                "task-list",
                "sk-learn",
                "Passwords are rotated weekly",
                "The key: be concise",
                "secret santa"
            })
    void leavesInnocentTextAlone(String text) {
        assertThat(Secrets.redacted(text)).isSameAs(text);
    }

    @Test
    void changesNothingTheSecondTime() {
        String once = Secrets.redacted("password: hunter22 and token=abcd12345 and Bearer " + LETTERS);

        assertThat(Secrets.redacted(once)).isEqualTo(once);
        assertThat(once).doesNotContain("hunter22").doesNotContain("abcd12345").doesNotContain(LETTERS);
    }

    @Test
    void leavesEveryLineWhereItStood() {
        String key = "-----BEGIN RSA PRIVATE" + " KEY-----\nMIIE\nMIIF\n-----END RSA PRIVATE" + " KEY-----";
        String text = "one\n" + key + "\nsix\npassword:\n  swordfish\nBearer\n" + LETTERS + "\nlast";

        String clean = Secrets.redactedInLines(text);

        assertThat(clean.split("\n", -1))
                .hasSameSizeAs(text.split("\n", -1))
                .endsWith("last")
                .startsWith("one");
        assertThat(clean.split("\n", -1)[5]).isEqualTo("six");
        assertThat(clean).doesNotContain("MII", "swordfish", LETTERS).contains("[REDACTED_PRIVATE_KEY]");
    }

    @Test
    void findsTheSameSecretsLineByLine() {
        String text = "password: hunter22 and token=abcd12345 costs $5";

        assertThat(Secrets.redactedInLines(text)).isEqualTo(Secrets.redacted(text));
        assertThat(Secrets.redactedInLines("nothing")).isEqualTo("nothing");
    }

    @Test
    void suspectsWhatSpeaksOfSecrets() {
        assertThat(Secrets.suspected("Put your secrets here")).isTrue();
        assertThat(Secrets.suspected("key sk-" + LETTERS)).isTrue();
        assertThat(Secrets.suspected("Ask the secretary for a token")).isFalse();
    }
}
