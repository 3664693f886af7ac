package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class KnownScopesTest {

    private static final String KEY = "budget.interruptionsPerDay";
    private static final Subject WORKSPACE = Subject.ofWorkspace("w1");

    private Core here;
    private Core there;

    @BeforeEach
    void open(Database database) {
        here = new Core(database);
        there = new Core(database);
    }

    private static String value(Core core) {
        return core.settings.value(CoreSetting.BUDGET_INTERRUPTIONS, WORKSPACE);
    }

    private static void set(Core core, @Nullable String value) {
        core.settings.set(SettingScope.WORKSPACE, "w1", KEY, value, "ann", "because");
    }

    @Test
    void whatIsChangedHereCountsAtOnce() {
        assertThat(value(here)).isEqualTo("10");

        set(here, "8");
        assertThat(value(here)).isEqualTo("8");
        set(here, null);

        assertThat(value(here)).isEqualTo("10");
    }

    @Test
    void whatAnotherHostChangedCountsAfterFiveSeconds() {
        assertThat(value(here)).isEqualTo("10");
        set(there, "8");

        assertThat(value(there)).isEqualTo("8");
        here.clock.pass(Duration.ofSeconds(4));
        assertThat(value(here)).isEqualTo("10");
        here.clock.pass(Duration.ofSeconds(1));
        assertThat(value(here)).isEqualTo("8");
    }

    @Test
    void profilesThatActAreAsEveryHostSaysAtOnce() {
        AutomationProfile profile = here.profile("writer");
        assertThat(here.active("writer").settings().cadence()).isEqualTo(Duration.ofMinutes(15));

        there.settings.set(SettingScope.ORG, "org", "profile.cadenceMinutes", "45", "ann", "because");

        assertThat(here.active("writer").settings().cadence()).isEqualTo(Duration.ofMinutes(45));
        assertThat(here.settings.value(CoreSetting.PROFILE_CADENCE, Subject.ofProfile(profile)))
                .isEqualTo("45");
    }

    @Test
    void whatIsSetToTheSameIsNoChange() {
        set(here, "8");
        long before = version();

        set(here, "8");

        assertThat(version()).isEqualTo(before);
        set(here, "9");
        assertThat(version()).isGreaterThan(before);
    }

    private long version() {
        return here.database.read(session -> new SettingRows(session).version());
    }
}
