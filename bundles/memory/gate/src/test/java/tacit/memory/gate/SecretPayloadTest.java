package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.evidence.redaction.PatternRedactor;

class SecretPayloadTest {

    private final SecretPayload secrets = new SecretPayload(new PatternRedactor());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key=abc123",
                "the password: hunter2",
                "client_secret = 'xyz'",
                "Authorization: Bearer abcdef123456",
                "sk-abcdefghijkl",
                "ghp_abcdefghijkl",
                "-----BEGIN RSA PRIVATE KEY-----",
                "{\"settings\": {\"apiKey\": \"x\"}}",
                "[{\"note\": \"token=abc\"}]",
                "{\"outer\": \"{\\\"password\\\": \\\"p\\\"}\"}"
            })
    void findsASecretHoweverDeepItLies(String text) {
        assertThat(secrets.isIn(Map.of("content", text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiKey", "x_api_key", "userPassword", "AUTHORIZATION", "access-token", "credentials"})
    void findsASecretByItsName(String name) {
        assertThat(secrets.isIn(Map.of(name, "x"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Likes tea",
                "The secretary keeps the keys",
                "Uses a password manager",
                "{\"city\": \"Lisbon\", \"tags\": [\"sea\", 3, null]}",
                "{not json",
                "the bearer of news"
            })
    void findsNoneInOrdinaryWords(String text) {
        assertThat(secrets.isIn(Map.of("content", text))).isFalse();
    }

    @Test
    void masksByNameAndByForm() {
        assertThat(secrets.masked(Map.of("content", "It is ghp_0123456789abcdefghijABCDEFGHIJ012345", "token", "x")))
                .containsEntry("token", "[REDACTED]")
                .hasEntrySatisfying("content", content -> assertThat(content)
                        .startsWith("It is [REDACTED")
                        .doesNotContain("ghp_"));
    }
}
