package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerSourceTest {

    private static TriggerSource of(String setting, Object value) {
        Map<String, Object> settings = new HashMap<>(Map.of("id", "orders", "kind", "webhook"));
        settings.put(setting, value);
        return Rig.source(settings, Map.of("cron", "0 9 * * 1,2"));
    }

    @Test
    void readsEachSetting() {
        assertThat(of("workspace", "home").configuration().workspaceId()).isEqualTo("home");
        assertThat(of("profile", "p1").configuration().profileId()).isEqualTo("p1");
        assertThat(of("profile", " ").configuration().profileId()).isNull();
        assertThat(of("kind", "git").configuration().kind()).isEqualTo("git");
        assertThat(of("tolerance_seconds", 60).tolerance()).hasSeconds(60);
        assertThat(of("receipt_days", 3).receipts()).hasDays(3);
        assertThat(of("quiet_seconds", 9).quiet()).hasSeconds(9);
        assertThat(of("secret_environment", "SECRET").signatures()).isNotNull();
        assertThat(of("secret_environment", "").signatures()).isNull();
        assertThat(of("signature", "github").signsNames()).isFalse();
        assertThat(of("signature", "standard").signsNames()).isTrue();
    }

    @Test
    void takesOptionsAsTheyAreWritten() {
        assertThat(of("kind", "schedule").configuration().options()).isEqualTo(Map.of("cron", "0 9 * * 1,2"));
    }

    @Test
    void showsTheBundleNoSecret() {
        assertThat(of("secret_environment", "SECRET").configuration().toString())
                .doesNotContain(Rig.SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id|Two Words|id must have 1 to 64 lower case letters",
                "kind|../x|kind must have 1 to 64 lower case letters",
                "workspace| |workspaceId must not be blank",
                "signature|none|signature must be standard or github, got 'none'",
                "secret_environment|NO_SUCH|must name a set variable",
                "secret_file|/no/such/file|must be readable"
            })
    void refusesWordsThatMakeNoSense(String setting, String value, String words) {
        assertThatThrownBy(() -> of(setting, value == null ? " " : value)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        "tolerance_seconds,0",
        "tolerance_seconds,3601",
        "receipt_days,0",
        "receipt_days,366",
        "quiet_seconds,-1",
        "quiet_seconds,3601"
    })
    void refusesNumbersOutOfRange(String setting, int value) {
        assertThatThrownBy(() -> of(setting, value))
                .hasMessageContaining(setting.replace('_', '.') + " must be in")
                .hasMessageContaining("got " + value);
    }

    @Test
    void refusesTooManyOptions() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 51; i++) {
            many.put("o" + i, "x");
        }

        assertThatThrownBy(() -> Rig.source(Map.of("id", "a", "kind", "b"), many))
                .hasMessageStartingWith("options must be at most 50");
    }
}
