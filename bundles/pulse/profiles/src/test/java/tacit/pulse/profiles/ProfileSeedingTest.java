package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles.Removal;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ProfileSeedingTest {

    private Core core;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
    }

    private String seeded(String role) {
        ProfileSettings settings = core.ofRole(role).settings();
        StringBuilder line = new StringBuilder();
        for (ProfileField field : ProfileField.values()) {
            line.append(field.of(settings)).append(' ');
        }
        return line.toString().strip();
    }

    @Test
    void pf04GivesTheKnownRolesTheirProfiles() {
        core.seed("");

        assertThat(seeded("project_manager")).isEqualTo("true 20 0 90 4 dispatcher always");
        assertThat(seeded("assistant")).isEqualTo("true 30 5 180 3 observer always");
        assertThat(core.profiles.list("w1")).hasSize(2);
        assertThat(core.acts()).containsExactly("profile.seed", "profile.seed");
    }

    @Test
    void pf05GivesOtherRolesProfilesThatAreOff() {
        core.seed("scribe, planner=lead,,assistant=lead");

        assertThat(seeded("scribe")).isEqualTo("false 30 0 120 4 observer always");
        assertThat(seeded("planner")).isEqualTo("false 20 0 90 6 dispatcher always");
        assertThat(seeded("assistant")).startsWith("true 30 5");
        assertThat(core.profiles.active())
                .extracting(AutomationProfile::agentRoleId)
                .containsExactlyInAnyOrder("project_manager", "assistant");
    }

    @Test
    void pf06SeedsOnce() {
        core.seed("scribe");
        String id = core.ofRole("assistant").id();
        assertThat(core.profiles.remove(id, "ann")).isEqualTo(Removal.REMOVED);
        core.clock.pass(Duration.ofDays(1));

        core.seed("scribe,clerk");

        assertThat(core.profiles.findByRole("assistant")).isEmpty();
        assertThat(core.ofRole("clerk").createdAt()).isEqualTo(core.clock.instant());
        assertThat(core.profiles.list(null)).hasSize(3);
    }

    @Test
    void leavesAProfileThatIsThereAsItIs() {
        core.profiles.create("assistant", "w2", Core.WORKER, "ann");

        core.seed("");
        core.seed("");

        assertThat(core.ofRole("assistant").settings()).isEqualTo(Core.WORKER);
        assertThat(core.ofRole("assistant").workspaceId()).isEqualTo("w2");
        assertThat(core.acts()).containsExactly("profile.create", "profile.seed");
    }

    @Test
    void pf22GivesATwinNone() {
        core.seed("twin-reviewer, Twin-Writer=lead, scribe");

        assertThat(core.profiles.list(null))
                .extracting(AutomationProfile::agentRoleId)
                .containsExactlyInAnyOrder("project_manager", "assistant", "scribe");
    }

    @Test
    void whatASeedSaysIsADefaultThatAScopeMayChange() {
        core.seed("");

        core.settings.set(SettingScope.ORG, "org", "profile.maxDispatchesPerDay", "2", "ann", "");

        assertThat(core.active("project_manager").settings().maxDispatchesPerDay())
                .isEqualTo(2);
        assertThat(seeded("project_manager")).contains(" 4 ");
    }

    @Test
    void finishesWhatWasInterrupted() {
        core.seed("");
        core.sql("DELETE FROM automation_profiles WHERE agent_role_id = 'assistant'");
        core.sql("DELETE FROM automation_profile_seeds WHERE agent_role_id = 'assistant'");

        core.seed("");

        assertThat(seeded("assistant")).startsWith("true 30 5");
        assertThat(core.profiles.list(null)).hasSize(2);
    }

    @Test
    void refusesRolesAndWorkspacesThatAreNone() {
        assertThatThrownBy(() -> core.seed("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> core.seed("x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }
}
