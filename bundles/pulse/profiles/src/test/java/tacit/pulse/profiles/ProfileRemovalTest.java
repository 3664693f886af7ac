package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles.Removal;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.ProfileReferences;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ProfileRemovalTest {

    private Core core;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
    }

    @Test
    void pf12RemovesWhatNothingRefersTo() {
        AutomationProfile profile = core.profile("writer");
        core.settings.set(SettingScope.PROFILE, profile.id(), "budget.tokensPerDay", "7", "ann", "");

        assertThat(core.profiles.remove(profile.id(), "ann")).isEqualTo(Removal.REMOVED);

        assertThat(core.profiles.find(profile.id())).isEmpty();
        assertThat(core.settings.value(CoreSetting.BUDGET_TOKENS, Subject.ofProfile(profile)))
                .isEqualTo("1000000");
        assertThat(core.settings.history(SettingScope.PROFILE, profile.id(), 9)).isNotEmpty();
        assertThat(core.acts()).endsWith("profile.remove");
        assertThat(core.profiles.remove(profile.id(), "ann")).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    void pf11SwitchesOffWhatSomethingRefersTo() {
        AutomationProfile writer = core.profile("writer");
        AutomationProfile reader = core.profile("reader");
        core.profiles.refer(new Refers("traces", writer.id()), new Refers("clusters", writer.id()));

        assertThat(core.profiles.remove(writer.id(), "ann")).isEqualTo(Removal.DISABLED);
        assertThat(core.profiles.remove(reader.id(), "ann")).isEqualTo(Removal.REMOVED);

        assertThat(core.ofRole("writer").settings().enabled()).isFalse();
        assertThat(core.ofRole("writer").version()).isEqualTo(2);
        assertThat(core.profiles.active()).isEmpty();
        assertThat(core.settings
                        .history(SettingScope.PROFILE, writer.id(), 1)
                        .get(0)
                        .reason())
                .isEqualTo("removed, but referred to by clusters, traces");
        assertThat(core.profiles.remove(writer.id(), "ann")).isEqualTo(Removal.DISABLED);
        assertThat(core.ofRole("writer").version()).isEqualTo(2);
    }

    @Test
    void aProfileThatWasSwitchedOffIsNotSwitchedOnByAWiderScope() {
        AutomationProfile writer = core.profile("writer");
        core.profiles.refer(new Refers("traces", writer.id()));
        core.profiles.remove(writer.id(), "ann");

        core.settings.set(SettingScope.ORG, "org", "profile.enabled", "true", "ann", "");

        assertThat(core.profiles.active()).isEmpty();
    }

    @Test
    void pf13TheDatabaseKeepsWhatHasPulsed() {
        AutomationProfile writer = core.profile("writer");
        Instant now = core.clock.instant();
        AutomationProfile.State pulsed = new AutomationProfile.State(HeartbeatStatus.IDLE, now, now, null, null, null);
        core.profiles.state(writer.id(), pulsed);
        core.profiles.state(writer.id(), pulsed);

        assertThatThrownBy(() -> core.sql("DELETE FROM automation_profiles WHERE id = ?", writer.id()))
                .isInstanceOf(StoreException.class);
        assertThat(core.profiles.remove(writer.id(), "ann")).isEqualTo(Removal.DISABLED);
        assertThat(core.profiles.find(writer.id())).isPresent();
    }

    @Test
    void removesNothingWhenSomebodyCannotSayWhetherItRefers() {
        AutomationProfile writer = core.profile("writer");
        core.profiles.refer(new Refers("traces", "none"), new Broken());

        assertThatThrownBy(() -> core.profiles.remove(writer.id(), "ann")).isInstanceOf(IllegalStateException.class);

        assertThat(core.profiles.find(writer.id())).contains(writer);
    }

    /** Refers to one profile. */
    private record Refers(String name, String profile) implements ProfileReferences {

        @Override
        public boolean refersTo(Session session, String profileId) {
            return session.selectOne(
                                    "SELECT id FROM automation_profiles WHERE id = ?", row -> row.text("id"), profileId)
                            .isPresent()
                    && profile.equals(profileId);
        }
    }

    private record Broken() implements ProfileReferences {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public boolean refersTo(Session session, String profileId) {
            throw new IllegalStateException("No such table");
        }
    }
}
