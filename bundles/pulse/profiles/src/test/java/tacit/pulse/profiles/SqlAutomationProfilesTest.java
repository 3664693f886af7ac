package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.ScopedSettings.Change;
import tacit.api.pulse.SettingScope;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlAutomationProfilesTest {

    private Core core;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
    }

    @Test
    void pf01HasTheDocumentedDefaults() {
        AutomationProfile profile = core.profiles.create("writer", "w1", ProfileSettings.USUAL, "ann");

        ProfileSettings settings = core.ofRole("writer").settings();
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.cadence()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.staggerOffset()).isZero();
        assertThat(settings.dispatchCooldown()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.maxDispatchesPerDay()).isEqualTo(6);
        assertThat(settings.stance()).isEqualTo(Stance.OBSERVER);
        assertThat(settings.activeHours()).isNull();
        assertThat(profile.state()).isEqualTo(AutomationProfile.State.NEW);
        assertThat(profile.version()).isEqualTo(1);
    }

    @Test
    void keepsEveryFieldOfAProfile() {
        ActiveHours nights = new ActiveHours("Europe/Berlin", 22, 6, List.of(0, 6));
        ProfileSettings wanted = Core.WORKER.with(ProfileField.ACTIVE_HOURS, ActiveHours.text(nights));

        AutomationProfile made = core.profiles.create("writer", "w1", wanted, "ann");

        assertThat(core.profiles.find(made.id())).contains(made);
        assertThat(core.ofRole("writer").settings()).isEqualTo(wanted);
        assertThat(core.ofRole("writer").settings().activeHours()).isEqualTo(nights);
        assertThat(core.profiles.find("ap-none")).isEmpty();
        assertThat(core.profiles.findByRole("reader")).isEmpty();
    }

    @Test
    void pf03RefusesValuesOutOfBoundsByConstraint() {
        String id = core.profile("writer").id();

        for (String wrong : List.of(
                "own_cadence = 14",
                "own_cadence = 10081",
                "own_stagger = -1",
                "own_stagger = 10081",
                "own_cooldown = 14",
                "own_cooldown = 10081",
                "own_dispatches = 0",
                "own_dispatches = 97",
                "own_stance = 'boss'",
                "status = 'DREAMING'",
                "version = 0",
                "preset = 'MINE'")) {
            assertThatThrownBy(() -> core.sql("UPDATE automation_profiles SET " + wrong + " WHERE id = ?", id))
                    .as(wrong)
                    .isInstanceOf(StoreException.class);
        }
        assertThat(core.profiles.find(id)).isPresent();
    }

    @Test
    void pf07RefusesATwin() {
        for (String twin : List.of("twin-reviewer", "Twin-Reviewer", "TWIN-")) {
            assertThatThrownBy(() -> core.profiles.create(twin, "w1", ProfileSettings.USUAL, "ann"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("owns no heartbeat");
        }
        assertThat(core.profiles.list(null)).isEmpty();
        assertThat(core.acts()).isEmpty();
    }

    @Test
    void pf08RefusesATwinByConstraint() {
        String id = core.profile("writer").id();

        for (String twin : List.of("twin-reviewer", "TWIN-reviewer")) {
            assertThatThrownBy(
                            () -> core.sql("UPDATE automation_profiles SET agent_role_id = ? WHERE id = ?", twin, id))
                    .isInstanceOf(StoreException.class);
        }
        assertThat(core.ofRole("writer").id()).isEqualTo(id);
    }

    @Test
    void pf09RefusesASecondProfileOfARole() {
        core.profile("writer");

        assertThatThrownBy(() -> core.profiles.create("writer", "w2", Core.WORKER, "ben"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has one already");
        assertThat(core.profiles.list(null)).hasSize(1);
        assertThat(core.acts()).containsExactly("profile.create");
    }

    @Test
    void refusesNamesThatAreNone() {
        for (String role : List.of("", " ", " writer", "a\nb", "x".repeat(101))) {
            assertThatThrownBy(() -> core.profiles.create(role, "w1", ProfileSettings.USUAL, "ann"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> core.profiles.create("writer", " ", ProfileSettings.USUAL, "ann"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pf10ChangesOnlyTheVersionThatWasSeen() {
        AutomationProfile first = core.profile("writer");
        core.clock.pass(Duration.ofMinutes(1));
        AutomationProfile second = core.profiles.update(first.id(), 1, Core.WORKER, "ben");

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.updatedAt()).isEqualTo(first.updatedAt().plusSeconds(60));
        assertThat(core.profiles.find(first.id())).contains(second);
        assertThatThrownBy(() -> core.profiles.update(first.id(), 1, ProfileSettings.USUAL, "ann"))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(() -> core.profiles.update(first.id(), 3, ProfileSettings.USUAL, "ann"))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(() -> core.profiles.update("ap-none", 1, ProfileSettings.USUAL, "ann"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(core.profiles.find(first.id())).contains(second);
    }

    @Test
    void aChangeOfNothingMakesNoVersion() {
        AutomationProfile first = core.profile("writer");

        assertThat(core.profiles.update(first.id(), 1, first.settings(), "ben")).isEqualTo(first);
        assertThat(core.acts()).containsExactly("profile.create");
    }

    @Test
    void pf18KeepsWhoChangedWhatAndWhy() {
        AutomationProfile first = core.profile("writer");
        ProfileSettings slower = first.settings().with(ProfileField.CADENCE, "45");
        core.profiles.update(first.id(), 1, slower, "ben", "too noisy, key sk-ant-REDACTED");

        List<Change> history = core.settings.history(SettingScope.PROFILE, first.id(), 10);

        assertThat(history).hasSize(2);
        assertThat(history.get(0).key()).isEqualTo("profile.cadenceMinutes");
        assertThat(history.get(0).before()).isNull();
        assertThat(history.get(0).after()).isEqualTo("45");
        assertThat(history.get(0).by()).isEqualTo("ben");
        assertThat(history.get(0).reason()).startsWith("too noisy").doesNotContain("AAAABBBB");
        assertThat(history.get(1).key()).isEqualTo("profile.enabled");
        assertThatThrownBy(() -> core.profiles.update(first.id(), 2, Core.WORKER, "ben", "x".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pf19KeepsWhatTheHeartbeatDoes() {
        AutomationProfile first = core.profile("writer");
        core.clock.pass(Duration.ofMinutes(5));
        Instant now = core.clock.instant();
        AutomationProfile.State state = new AutomationProfile.State(
                HeartbeatStatus.RUNNING, now, now, now, PulseOutcome.DISPATCH_TASK, DispatchKind.TASK);

        assertThat(core.profiles.state(first.id(), state)).isTrue();

        AutomationProfile then = core.ofRole("writer");
        assertThat(then.state()).isEqualTo(state);
        assertThat(then.version()).isEqualTo(1);
        assertThat(then.updatedAt()).isEqualTo(now);
        assertThat(core.acts()).containsExactly("profile.create");
        assertThat(core.profiles.state("ap-none", state)).isFalse();
    }

    @Test
    void pf20DoesNothingThatTheAuditLogDoesNotKnow() {
        AutomationProfile first = core.profile("writer");
        core.audit.broken = true;

        assertThatThrownBy(() -> core.profile("reader")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> core.profiles.update(first.id(), 1, Core.WORKER, "ann"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> core.profiles.remove(first.id(), "ann")).isInstanceOf(IllegalStateException.class);

        assertThat(core.profiles.list(null)).containsExactly(first);
    }

    @Test
    void pf21ListsThoseOfAWorkspaceLastChangedFirst() {
        AutomationProfile writer = core.profile("writer");
        core.clock.pass(Duration.ofMinutes(1));
        AutomationProfile other = core.profiles.create("guest", "w2", Core.WORKER, "ann");
        core.clock.pass(Duration.ofMinutes(1));
        AutomationProfile reader = core.profile("reader");

        assertThat(core.profiles.list("w1")).containsExactly(reader, writer);
        assertThat(core.profiles.list("w2")).containsExactly(other);
        assertThat(core.profiles.list("w3")).isEmpty();
        core.clock.pass(Duration.ofMinutes(1));
        core.profiles.state(writer.id(), AutomationProfile.State.NEW);
        assertThat(core.profiles.list(null))
                .extracting(AutomationProfile::agentRoleId)
                .containsExactly("writer", "reader", "guest");
    }
}
