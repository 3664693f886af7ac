package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.SettingScope;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.surface.mission.Looked;

class ProfilesPanelTest {

    private final Stores stores = new Stores();
    private final ProfilesPanel panel = stores.profilesPanel;
    private AutomationProfile keeper;

    @BeforeEach
    void bring() {
        stores.whole();
        keeper = stores.profile("keeper", "default");
        stores.audit.entries.clear();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Looked asked(String... pairs) {
        Map<String, String> fields = new HashMap<>(Map.of("id", keeper.id(), "version", "1"));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return Looked.at(keeper.id()).with(fields);
    }

    private AutomationProfile now() {
        return stores.profiles.find(keeper.id()).orElseThrow();
    }

    @Test
    void listsProfilesOfTheWorkspaceInPages() {
        for (int i = 0; i < 60; i++) {
            stores.profile("role-" + i, "default");
        }
        stores.profile("far", "elsewhere");

        Page page = panel.show(Looked.at().with(Map.of("offset", "50")));

        assertThat(Shown.rows(page)).hasSize(11);
        assertThat(page.values()).containsEntry("total", 61);
        assertThat(Shown.column(page, "rows", "on")).containsOnly("on");
        assertThat(Shown.column(panel.show(Looked.at().by(Who.ELSEWHERE)), "rows", "role"))
                .containsExactly("far");
    }

    @Test
    void saysWhatCountsAndWhoSaysSo() {
        stores.settings.set(SettingScope.WORKSPACE, "default", "profile.cadenceMinutes", "30", "ann", "calm");

        Page page = panel.show(asked());

        assertThat(Shown.column(page, "fields", "from"))
                .containsExactly(
                        "this profile",
                        "workspace",
                        "the default",
                        "the default",
                        "the default",
                        "the default",
                        "the default");
        assertThat(Shown.column(page, "fields", "value")).startsWith("true", "30");
        assertThat(page.values())
                .containsEntry("tuning", "cadence=45")
                .containsEntry("tokens", "12000, without a bound")
                .containsEntry("money", "0.25 $ of 5.00 $");
    }

    @Test
    void setsOnlyWhatDiffersFromWhatCounts() {
        Done done = panel.act(asked("cadence", "45", "cooldown", "120", "stance", "operator"), "set");

        assertThat(done.message()).isEqualTo("It counts from the next pulse on");
        assertThat(now().settings().cadence()).hasMinutes(45);
        assertThat(now().settings().stance()).isEqualTo(Stance.OPERATOR);
        assertThat(Shown.column(panel.show(asked()), "fields", "from"))
                .containsExactly(
                        "this profile",
                        "this profile",
                        "the default",
                        "the default",
                        "the default",
                        "this profile",
                        "the default");
        assertThat(stores.acts()).containsExactly("profile.update");
        assertThat(panel.act(asked("version", "2", "cadence", "45"), "set").message())
                .startsWith("Nothing is changed");
    }

    @Test
    void leavesAFieldOpenAgainAndSwitchesOff() {
        panel.act(asked("cadence", "45"), "set");
        panel.act(asked("version", "2", "field", "cadence"), "inherit");
        panel.act(asked("version", "3", "enabled", "false"), "set");

        assertThat(now().settings().enabled()).isFalse();
        assertThat(now().settings().cadence()).hasMinutes(15);
    }

    @Test
    void refusesWhatDoesNotFitOrCameTooLate() {
        Who.refused(400, () -> panel.act(asked("cadence", "3"), "set"));
        Who.refused(400, () -> panel.act(asked("active_hours", "sometimes"), "set"));
        Who.refused(400, () -> panel.act(asked("field", "mood"), "inherit"));
        assertThat(stores.acts()).isEmpty();
        panel.act(asked("cadence", "45"), "set");
        Who.refused(409, () -> panel.act(asked("cadence", "60"), "set"));
        Who.refused(404, () -> panel.act(asked(), "explode"));
        assertThat(now().settings().cadence()).hasMinutes(45);
    }

    @Test
    void createsAndRemovesProfiles() {
        Done created = panel.act(Looked.at().with(Map.of("role", "writer")), "create");

        assertThat(stores.profiles.find(created.path()).orElseThrow().settings().enabled())
                .isFalse();
        Who.refused(400, () -> panel.act(Looked.at().with(Map.of("role", "writer")), "create"));
        Done removed = panel.act(Looked.at().with(Map.of("id", created.path())), "remove");
        assertThat(panel.show(Looked.at(removed.path())).title()).isEqualTo("Removed");
        assertThat(stores.profiles.find(created.path())).isEmpty();
        assertThat(stores.acts()).containsExactly("profile.create", "profile.remove");
    }

    @Test
    void pulsesNowAndSaysWhatWasDecided() {
        assertThat(panel.act(asked(), "pulse").message())
                .startsWith("It decided dispatch task, by the rule strong_signal: Strength 0.90");
        stores.beats.stopped = "The heartbeat is off";
        assertThat(panel.act(asked(), "pulse").message()).isEqualTo("It did not even look: The heartbeat is off");

        assertThat(stores.beats.acts).containsExactly("pulse ada", "pulse ada");
    }

    @Test
    void explainsRuleByRuleWithoutDoingAnything() {
        Page page = panel.show(Looked.at(keeper.id(), "explain"));

        assertThat(Shown.column(page, "rules", "rule")).containsExactly("cooldown", "strong_signal", "the end");
        assertThat(stores.beats.acts).isEmpty();
        Who.refused(404, () -> panel.show(Looked.at(keeper.id(), "diary")));
    }

    @Test
    void keepsTasksAndWhatItHearsOf() {
        panel.act(asked("task", "branches", "prompt", "Look at old branches", "every", "60", "priority", "3"), "keep");
        assertThat(stores.beats.tasks).singleElement().satisfies(task -> assertThat(task.frequencyMinutes())
                .isEqualTo(60));
        Who.refused(400, () -> panel.act(asked("task", "a b", "prompt", "x", "every", "60", "priority", "3"), "keep"));
        panel.act(asked("task", "branches"), "drop");
        Who.refused(404, () -> panel.act(asked("task", "branches"), "drop"));

        panel.act(asked("mentions", "true", "maintenance", "true"), "hear");

        assertThat(stores.signals.interests(keeper.id()))
                .containsExactlyInAnyOrder(SignalFamily.MENTIONS, SignalFamily.MAINTENANCE);
        assertThat(stores.acts()).containsExactly("signal.interest");
    }

    @Test
    void keepsWorkspacesApart() {
        stores.beats.run("p1", PulseRun.Type.PULSE, PulseRun.State.COMPLETED, keeper.id(), "default");

        Who.refused(404, () -> panel.show(asked().by(Who.ELSEWHERE)));
        for (String act : new String[] {"pulse", "set", "remove", "hear", "keep", "drop"}) {
            Who.refused(404, () -> panel.act(asked("enabled", "false").by(Who.ELSEWHERE), act));
            Who.refused(403, () -> panel.act(asked("enabled", "false").by(Who.OF_BOB), act));
        }
        assertThat(stores.acts()).isEmpty();
        assertThat(stores.beats.acts).isEmpty();
    }

    @Test
    void showsAProfileAlsoWithoutItsNeighbours() {
        panel.desk = null;
        panel.signals = null;
        panel.inbox = null;

        assertThat(panel.show(asked()).values())
                .containsEntry("pulses", false)
                .containsEntry("hears", false)
                .doesNotContainKey("may");
        Who.refused(503, () -> panel.act(asked(), "pulse"));
        panel.profiles = null;
        assertThat(panel.show(asked()).values()).containsEntry("known", false);
    }
}
