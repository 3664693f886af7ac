package tacit.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.ingest.Redactor.Redaction;

/** The rows AR-01 to AR-14 of the parity notes: where the reference flags a text, the value in it is replaced here. */
class ReferencePrivacyRowsTest {

    private static final String VALUE = "Zk7pQ2vL9x";

    private final PatternRedactor redactor = new PatternRedactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set api_key=%s before you start",
                "set apiKey: %s before you start",
                "the header API-KEY: %s was sent",
                "run with API_KEY=%s please",
                "run with Api_Key=%s please",
                "run with api-KEY=%s please",
                "run with APIKEY=%s please",
                "my api key is %s"
            })
    void ar01ReplacesTheValueOfAnApiKeyInEverySpelling(String template) {
        assertReplaced(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: %s",
                "password: letmein",
                "passwd=%s",
                "passwd=letmein",
                "token: %s",
                "token: letmein",
                "Authorization: Bearer %s",
                "Bearer %s",
                "use bearer %s here",
                "Bearer letmein"
            })
    void ar02ReplacesPasswordsTokensAndWhatABearerBears(String template) {
        assertReplaced(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh_key=%s",
                "private-key: %s",
                "-----BEGIN RSA PRIVATE KEY-----\n%s%s%s\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n%s%s%s\n-----END PRIVATE KEY-----"
            })
    void ar03ReplacesSshAndPrivateKeys(String template) {
        assertReplaced(template);
    }

    @Test
    void ar03ReplacesTheHeaderOfAPrivateKeyEvenAlone() {
        assertThat(clean("found -----BEGIN RSA PRIVATE KEY----- there"))
                .isEqualTo("found [REDACTED:private_key] there");
        assertThat(clean("found -----BEGIN PRIVATE KEY----- there")).isEqualTo("found [REDACTED:private_key] there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws_access_key_id: %s", "aws-secret: %s", "aws_secret_access_key = %s"})
    void ar04ReplacesAwsKeys(String template) {
        assertReplaced(template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_%s", "gho_%s", "token: ghp_%s", "ghp_a1"})
    void ar05ReplacesGithubTokens(String template) {
        String text = template.formatted(VALUE);

        assertThat(clean(text)).contains("[REDACTED:github_token]").doesNotContain(VALUE, "ghp_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the prefix ghp marks a token", "ghp-abcdef123456 is none"})
    void ar06LeavesTheBarePrefixAndTheHyphen(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sk-a", "sk-1", "key sk-abcdefgh12345678 end", "OPENAI_API_KEY=sk-test", "sk-proj-Ab3dEf6hIj9l"})
    void ar07ReplacesKeysThatBeginWithSk(String text) {
        assertThat(clean(text)).contains("[REDACTED:").doesNotContain("sk-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xoxb-1234-abcd", "here xoxp-9-8-7 it is"})
    void ar08ReplacesSlackTokens(String text) {
        assertThat(clean(text)).contains("[REDACTED:slack_token]").doesNotContain("xox");
    }

    @Test
    void ar08LeavesTheMentionOfAnEnvFileBecauseItHoldsNoValue() {
        assertThat(clean("Read the .env file")).isEqualTo("Read the .env file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05 10:00:00 INFO server started on port 8080",
                "Created file src/main/App.java",
                "npm install finished: added 120 packages in 4s"
            })
    void ar09LeavesOrdinaryNotices(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a skeleton key opened it", "asking for help", "bring your passport"})
    void ar10LeavesWordsThatOnlyContainSecretWords(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api%5Fkey=abc123def", "a p i _ k e y"})
    void ar11LeavesEncodedAndSpacedNames(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the tokenizer: splits text into 512 parts",
                "authentication: failed after 30 seconds",
                "author: Jane42",
                "secretary=Jane42",
                "authority: level5"
            })
    void ar12LeavesWordsThatOnlyBeginLikeASecret(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    @Test
    void ar13ReplacesThePasswordLineOfAMultiLineTextOnly() {
        assertThat(clean("host: db1\npassword: " + VALUE + "\nport: 5432"))
                .isEqualTo("host: db1\npassword: [REDACTED:password]\nport: 5432");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SGVsbG8gd29ybGQsIHRoaXMgaXMganVzdCBhIHRlc3Q=",
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4"
            })
    void ar14LeavesEncodedTextThatNothingCallsASecret(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    private void assertReplaced(String template) {
        Redaction redaction = redactor.redact(template.replace("%s", VALUE));

        assertThat(redaction.text())
                .contains("[REDACTED:")
                .doesNotContain(VALUE)
                .doesNotContain("letmein");
        assertThat(redaction.count()).isEqualTo(1);
    }

    private String clean(String text) {
        return redactor.redact(text).text();
    }
}
