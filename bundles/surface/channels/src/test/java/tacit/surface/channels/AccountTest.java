package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.runtime.testkit.Configurations;

class AccountTest {

    @TempDir
    Path folder;

    private static Account of(String setting, Object value) {
        Map<String, Object> values = new HashMap<>(Map.of("channel", "webhook"));
        values.put(setting, value);
        return new Account(Configurations.of(Account.Config.class, values), Map.of("KEY", "k3y\n"));
    }

    @Test
    void readsEachSetting() throws Exception {
        assertThat(of("workspace", "home").workspaceId()).isEqualTo("home");
        assertThat(of("agent", "http").agent()).isEqualTo("http");
        assertThat(of("address", "https://a.example/x").address()).isEqualTo("https://a.example/x");
        assertThat(of("tolerance_seconds", 60).tolerance()).hasSeconds(60);
        assertThat(of("context_tokens", 0).contextTokens()).isZero();
        assertThat(of("attempts", 2).attempts()).isEqualTo(2);
        assertThat(of("backlog", 5).backlog()).isEqualTo(5);
        assertThat(of("failed", 6).failed()).isEqualTo(6);
        assertThat(of("receipt_days", 7).receipts()).hasDays(7);
        assertThat(of("secret_environment", "KEY").secret().reveal()).isEqualTo("k3y");
        Path file = Rig.file(folder, "secret", "from a file\n");
        assertThat(of("secret_file", file.toString()).secret().reveal()).isEqualTo("from a file");
        assertThat(of("channel", "email").channel()).isEqualTo("email");
    }

    @Test
    void takesTheWiderAudience() {
        Account group = of("audience", "group");

        assertThat(group.audience(Audience.Kind.PRIVATE)).isEqualTo(Audience.Kind.GROUP);
        assertThat(group.audience(Audience.Kind.PUBLIC)).isEqualTo(Audience.Kind.PUBLIC);
    }

    @Test
    void believesOfAnUnsignedMessageOnlyThoseWhoAreListed() {
        Account listed = of("users", new String[] {"Ada@example.org = ada, ben@example.org=ben"});

        assertThat(listed.user("ada@example.org", false)).isEqualTo("ada");
        assertThat(listed.user("ben@example.org", false)).isEqualTo("ben");
        assertThat(listed.user("eve@example.org", false)).isNull();
        assertThat(listed.user("eve", true)).isEqualTo("eve");
        assertThat(listed.user(null, true)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel| |channel must be given",
                "workspace| |workspaceId must not be blank",
                "audience|all|audience must be private, group or public",
                "address|mailto:a@b|address must be one of http or https",
                "address|https://u:p4ss@a/x|without credentials",
                "secret_environment|NO_SUCH|must name a set variable",
                "secret_file|/no/such/file|must be readable"
            })
    void refusesWordsThatMakeNoSense(String setting, String value, String words) {
        assertThatThrownBy(() -> of(setting, value == null ? " " : value))
                .hasMessageContaining(words)
                .hasMessageNotContaining("p4ss");
    }

    @ParameterizedTest
    @CsvSource({
        "tolerance_seconds,0",
        "tolerance_seconds,3601",
        "context_tokens,-1",
        "attempts,0",
        "attempts,21",
        "backlog,0",
        "failed,0",
        "failed,100001",
        "receipt_days,0"
    })
    void refusesNumbersOutOfRange(String setting, int value) {
        assertThatThrownBy(() -> of(setting, value))
                .hasMessageContaining(setting.replace('_', '.') + " must be in")
                .hasMessageContaining("got " + value);
    }

    @Test
    void showsNoSecret() {
        assertThat(of("secret_environment", "KEY").secret()).hasToString("a secret");
        assertThatThrownBy(() -> of("users", new String[] {"ada"})).hasMessage("users must be lines of SENDER = USER");
    }
}
