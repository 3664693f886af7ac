package tacit.api.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile.enabled | true | true",
                "profile.cadenceMinutes | ' 020 ' | 20",
                "profile.cadenceMinutes | 10080 | 10080",
                "profile.staggerOffsetMinutes | 0 | 0",
                "profile.stance | Dispatcher | dispatcher",
                "profile.activeHours | always | always",
                "profile.activeHours | 9-17 1,2,3 Europe/Berlin | 9-17 1,2,3 Europe/Berlin",
                "autonomy.autoApprove | '' | ''",
                "autonomy.autoApprove | 'read, RUN_COMMAND,read' | 'read,run_command'",
                "reflection.trustedTargetKeys | 'a, b,a' | 'a,b'",
                "reflection.enabledTargetKinds | '' | 'global,workspace,agent_role,code_workspace,pull_request'",
                "reflection.codeChange.requireWorktree | false | true",
                "quietHours.timezone | Europe/Berlin | Europe/Berlin",
                "quietHours.timezone | '' | ''"
            })
    void sc02KeepsWhatFits(String key, String value, String kept) {
        assertThat(CoreSetting.find(key).orElseThrow().rule().checked(key, value))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile.enabled | yes",
                "profile.enabled | ''",
                "profile.cadenceMinutes | 14",
                "profile.cadenceMinutes | 10081",
                "profile.cadenceMinutes | 0",
                "profile.cadenceMinutes | 20.5",
                "profile.cadenceMinutes | 99999999999999999999",
                "profile.staggerOffsetMinutes | -1",
                "profile.dispatchCooldownMinutes | 14",
                "profile.maxDispatchesPerDay | 97",
                "profile.stance | boss",
                "profile.activeHours | 9-24",
                "profile.activeHours | 9-17 7",
                "profile.activeHours | 9-17 1,1",
                "profile.activeHours | 9-17 Mars/Base",
                "profile.activeHours | ''",
                "autonomy.autoApprove | everything",
                "reflection.maxHypothesesPerRun | 6",
                "reflection.codeChange.strictReview | perhaps",
                "quietHours.timezone | Mars/Base",
                "budget.tokensPerDay | -1"
            })
    void sc03RefusesWhatDoesNot(String key, String value) {
        assertThatThrownBy(() -> CoreSetting.find(key).orElseThrow().rule().checked(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must");
    }

    @Test
    void refusesTextsThatAreTooLongOrTooMany() {
        SettingRule two = SettingRule.texts(2);
        SettingRule text = SettingRule.text("");

        assertThat(two.checked("key", "a,b")).isEqualTo("a,b");
        assertThatThrownBy(() -> two.checked("key", "a,b,c")).hasMessageContaining("at most 2 texts");
        assertThatThrownBy(() -> two.checked("key", "x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(text.checked("key", " a ")).isEqualTo("a");
        assertThatThrownBy(() -> text.checked("key", "x".repeat(201)))
                .hasMessageContaining("…")
                .hasMessageContaining("at most 200");
    }

    @Test
    void readsNumbersWithAPoint() {
        SettingRule half = SettingRule.real(0.5, 0, 1);

        assertThat(half.checked("key", "0.25")).isEqualTo("0.25");
        assertThatThrownBy(() -> half.checked("key", "1.1")).hasMessageContaining("a number in [0.0, 1.0]");
        assertThatThrownBy(() -> half.checked("key", "NaN")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyDefaultFitsItsOwnRule() {
        for (CoreSetting setting : CoreSetting.values()) {
            SettingRule rule = setting.rule();
            assertThat(rule.checked(setting.key(), rule.usual()))
                    .as(setting.key())
                    .isEqualTo(rule.usual());
            assertThat(rule.words()).isNotBlank();
            assertThat(setting.description()).isNotBlank();
            assertThat(setting.scopes()).contains(SettingScope.ORG, SettingScope.WORKSPACE);
        }
    }

    @Test
    void choicesOfPermissionsAreThoseOfTheirEnums() {
        assertThat(options("autonomy.autoApprove")).isEqualTo(names("tacit.api.autonomy.ApprovalType"));
        assertThat(options("autonomy.capabilities")).isEqualTo(names("tacit.api.autonomy.Capability"));
        assertThat(options("autonomy.preset")).isEqualTo(names("tacit.api.autonomy.AutonomyPreset"));
        assertThat(options("autonomy.mode")).isEqualTo(names("tacit.api.autonomy.PermissionMode"));
    }

    private static List<String> options(String key) {
        return CoreSetting.find(key).orElseThrow().rule().options();
    }

    private static List<String> names(String type) {
        try {
            return Arrays.stream(Class.forName(type).getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(java.util.Locale.ROOT))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
