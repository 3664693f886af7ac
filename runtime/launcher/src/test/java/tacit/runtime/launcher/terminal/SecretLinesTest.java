package tacit.runtime.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings tacit.x.Mail password hunter2",
                "settings tacit.x.Y api.key abc",
                "settings tacit.x.Y api_key=abc",
                "curl -H 'Authorization: Bearer abc'",
                "memory add 'token = abc'",
                "triage tct_AbCdEfGh1234",
                "feedback sk-abcdefgh12345",
                "recall ghp_abcdefgh12345",
                "settings a.B url https://ann:hunter2@example.org/x",
                "memory add aB3dE5gH7jK9mN1pQ3sT5vW7"
            })
    void findsWhatSeemsSecret(String line) {
        assertThat(SecretLines.holds(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:clusters --json",
                "token list",
                "token create viewer --role reader",
                "cluster 0f3b6c0e9a7d4e5f8a1b2c3d4e5f6a7b",
                "settings tacit.runtime.harness.activation.LiveHarness decision.sample 10",
                "activate tacit.learn.template@1.1.0 --reason 'masks quantities'"
            })
    void leavesOrdinaryLines(String line) {
        assertThat(SecretLines.holds(line)).isFalse();
    }
}
