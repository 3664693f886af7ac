package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingSource;
import tacit.api.adapt.Settings;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class SettingResourcesTest {

    private final FakeSettings settings = new FakeSettings();
    private final SettingChangeResource change = new SettingChangeResource(settings);

    @Test
    void listsSettingsWithoutSecrets() {
        assertThat(Conformance.answer(
                                new SettingsResource(settings),
                                FakeCall.json("").asking("pid", "a.Part"))
                        .toString())
                .isEqualTo("{\"settings\":[{\"pid\":\"a.Part\",\"key\":\"key\",\"name\":\"Key\",\"description\":\"\","
                        + "\"bundle\":\"a.bundle\",\"role\":\"style\",\"type\":\"Password\",\"secret\":true,"
                        + "\"source\":\"generation\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "true", "null"})
    void changesASetting(String value) {
        assertThat(Conformance.checked(
                                change,
                                change.handle(FakeCall.json(
                                        "{\"pid\":\"a.Part\",\"key\":\"limit\",\"value\":" + value + "}")))
                        .get("by")
                        .asText())
                .isEqualTo("ann");
        assertThat(settings.asked).isEqualTo(value.equals("null") ? null : value.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"pid\":\"a.Part\",\"key\":\"limit\"}", "{\"pid\":\"a.Part\",\"key\":\"limit\",\"value\":[1]}"
            })
    void refusesAChangeWithoutAValue(String body) {
        assertThatThrownBy(() -> change.handle(FakeCall.json(body)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }

    @Test
    void saysWhenAComponentDoesNotTakeIt() {
        settings.refused = true;

        assertThatThrownBy(() -> change.handle(FakeCall.json("{\"pid\":\"a.Part\",\"key\":\"limit\",\"value\":13}")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(409))
                .hasMessage("limit must not be 13");
    }

    @Test
    void isForOperatorsOfTheHostOnly() {
        FakeCall other = FakeCall.json("{}").in(Scope.ofWorkspace("other"));

        assertThat(change.role()).contains(AccessRole.OPERATOR);
        assertThatThrownBy(() -> change.handle(other)).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> new SettingsResource(settings).handle(other)).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> new GovernanceResource(settings).handle(other)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void showsWhatChangedAndWhatRules() {
        assertThat(Conformance.answer(
                                new SettingsResource(settings),
                                FakeCall.json("").asking("history", "true"))
                        .toString())
                .contains("\"after\":\"7\"", "\"live\":true");
        assertThat(Conformance.answer(new GovernanceResource(settings), FakeCall.json(""))
                        .toString())
                .isEqualTo("{\"switches\":[{\"flag\":\"sampleKey\",\"auditTrail\":\"sample.change\",\"pid\":\"a.Part\","
                        + "\"key\":\"key\"}]}");
    }

    private static final class FakeSettings implements Settings {

        @Nullable
        String asked;

        boolean refused;

        @Override
        public List<Setting> list(@Nullable String pid) {
            return List.of(setting());
        }

        private static Setting setting() {
            return new Setting(
                    "a.Part",
                    "key",
                    "Key",
                    "",
                    "a.bundle",
                    "style",
                    new Setting.Rule("Password", List.of(), null, null, true),
                    null,
                    null,
                    SettingSource.GENERATION);
        }

        @Override
        public SettingChange change(String pid, String key, @Nullable String value, String by, String reason) {
            if (refused) {
                throw new IllegalStateException("limit must not be 13");
            }
            asked = value;
            return new SettingChange(pid, key, "3", "7", Instant.EPOCH, by, reason, true, null);
        }

        @Override
        public List<SettingChange> history(int most) {
            return List.of(new SettingChange("a.Part", "limit", "3", "7", Instant.EPOCH, "ann", "why", true, 4L));
        }

        @Override
        public List<GovernedSwitch> governance() {
            return List.of(new GovernedSwitch("sampleKey", setting(), null, "sample.change"));
        }
    }
}
