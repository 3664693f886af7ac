package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ProfileForgettingTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope NORA = new Scope("w1", "nora");

    private Core core;
    private ProfileForgetting forgetting;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
        forgetting = new ProfileForgetting(database);
    }

    private String reasons() {
        return core.settings.history(SettingScope.WORKSPACE, "w1", 9).toString()
                + core.database.read(
                        session -> session.select("SELECT reason FROM core_switches", row -> row.text("reason")))
                + core.database.read(session -> session.select("SELECT twin FROM twins", row -> row.text("twin")));
    }

    @Test
    void takesWordsFromReasonsAndTwins() {
        core.settings.set(SettingScope.WORKSPACE, "w1", CoreSetting.BUDGET_TOKENS.key(), "7", "ann", "As " + SECRET);
        core.switches.turn(CoreStage.DREAMING, false, "ann", "violet giraffe of Mombasa sings before");
        core.sql(
                "INSERT INTO twins (workspace_id, role_id, template_id, twin, activated_by, activated_at)"
                        + " VALUES ('w1', 'twin-a', 't', ?, 'ann', 1)",
                "{\"id\":\"a\",\"systemPrompt\":\"Say " + SECRET + "\"}");

        assertThat(forgetting.forget(Scope.ofWorkspace("w1"), List.of(), List.of(SECRET)))
                .isEqualTo(3);

        assertThat(reasons()).doesNotContain("giraffe").contains("As [deleted sha256:", "\"id\":\"a\"");
    }

    @Test
    void dropsTheSettingsOfAUserAndWhatQuotesThem() {
        String id = ScopedSettings.userId("w1", "nora");
        core.settings.set(
                SettingScope.USER, id, CoreSetting.BUDGET_INTERRUPTIONS.key(), "7", "ann", "She says " + SECRET);
        core.settings.set(SettingScope.WORKSPACE, "w1", CoreSetting.BUDGET_INTERRUPTIONS.key(), "9", "ann", "Enough");

        assertThat(forgetting.forgetUser(NORA)).isEqualTo(1);
        assertThat(forgetting.forgetQuotes(Scope.ofWorkspace("w1"), List.of(SECRET)))
                .isEqualTo(1);

        assertThat(core.settings.history(SettingScope.USER, id, 9).toString()).doesNotContain("giraffe");
        assertThat(core.settings.value(CoreSetting.BUDGET_INTERRUPTIONS, new Subject("w1", null, "nora")))
                .isEqualTo("9");
        assertThat(forgetting.forgetUser(NORA)).isZero();
    }
}
