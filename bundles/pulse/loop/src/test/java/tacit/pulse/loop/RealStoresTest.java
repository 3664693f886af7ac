package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Stance;
import tacit.api.pulse.Urgency;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.SqlAutomationProfiles;
import tacit.pulse.profiles.SqlCoreSwitches;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.pulse.signals.SqlSignals;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;

/** The loop over the stores of profiles, settings, switches, signals and traces as they really are. */
@EachDatabase
class RealStoresTest {

    private final World world = new World();
    private SqlAutomationProfiles profiles;
    private SqlCoreSwitches switches;
    private SqlSignals signals;
    private Host host;
    private AutomationProfile profile;

    @BeforeEach
    void open(Database database) {
        PatternRedactor redactor = new PatternRedactor();
        ListAuditLog audit = new ListAuditLog();
        profiles = new SqlAutomationProfiles(database, audit, redactor, world.clock);
        switches = new SqlCoreSwitches(database, audit, redactor, world.clock);
        SqlScopedSettings settings = new SqlScopedSettings(database, audit, redactor, world.clock);
        signals = new SqlSignals(
                database,
                profiles,
                settings,
                redactor,
                audit,
                world.clock,
                Configurations.of(SqlSignals.Config.class, Map.of()));
        host = new Host(world, database, new Fuse(), 4, new Host.Core(signals, profiles, settings, switches));
        profile = profiles.create(
                "builder",
                "w1",
                new ProfileSettings(
                        true,
                        Duration.ofMinutes(15),
                        Duration.ZERO,
                        Duration.ofMinutes(30),
                        6,
                        Stance.DISPATCHER,
                        null),
                "anna");
    }

    private Signal tell(SignalFamily family, String reason, String fingerprint) {
        SignalDraft draft = SignalDraft.of("w1", family, SignalSource.HOOK, reason)
                .forProfile(profile.id())
                .withUrgency(Urgency.HIGH, .9)
                .withFingerprint(fingerprint);
        return signals.submit(List.of(draft)).get(0).signals().get(0);
    }

    @Test
    void hb30MakesExactlyOneTaskOfOneSignalInSixHours() {
        Signal signal = tell(SignalFamily.URGENT_INTERRUPT, "The build is broken", "build");

        host.run(Duration.ofMinutes(30), Duration.ofMinutes(1));
        host.end(world.executions.begun.get(0), true);
        host.run(Duration.ofMinutes(330), Duration.ofMinutes(1));

        assertThat(world.executions.begun).hasSize(1);
        assertThat(host.onlyDispatch().state()).isEqualTo(PulseRun.State.COMPLETED);
        assertThat(signals.list(
                                new Signals.Filter(profile.id(), null, null, Signals.State.CONSUMED),
                                tacit.api.store.PageRequest.first(10))
                        .rows())
                .extracting(Signal::id)
                .containsExactly(signal.id());
    }

    @Test
    void leavesASignalThatIsToldAgainWhileItIsDealtWith() {
        tell(SignalFamily.MAINTENANCE, "The build is broken", "build");
        host.minutes(1);
        tell(SignalFamily.MAINTENANCE, "The build is broken again", "build");
        host.end(world.executions.begun.get(0), true);

        host.minutes(35);

        assertThat(world.executions.begun).as("it was told anew").hasSize(2);
    }

    @Test
    void deliversWhatWasPutOffPastItsRetention() {
        world.busy.add("w1");
        tell(SignalFamily.URGENT_INTERRUPT, "The build is broken", "build");
        host.minutes(90);
        assertThat(signals.deferral(profile.id())).isPresent();
        assertThat(world.executions.begun).isEmpty();

        world.busy.clear();
        host.minutes(2);

        assertThat(world.executions.begun).hasSize(1);
        assertThat(signals.deferral(profile.id())).isEmpty();
    }

    @Test
    void knowsAProfileByItsRoleToo() {
        assertThat(host.desk.standing(profile.agentRoleId()).profile().id()).isEqualTo(profile.id());
        assertThatThrownBy(() -> host.desk.standing("nobody")).hasMessage("There is no profile 'nobody'");
    }

    @Test
    void showsASwitchThatIsOff() {
        switches.turn(CoreStage.HEARTBEAT, false, "anna", "a quiet day");
        tell(SignalFamily.MAINTENANCE, "The build is broken", "build");
        host.minutes(30);

        assertThat(host.runs(PulseRun.Type.PULSE)).isEmpty();
        assertThat(host.desk.pulse(profile.id(), "anna").stopped()).contains("a quiet day");

        switches.turn(CoreStage.HEARTBEAT, true, "anna", "back");
        host.minutes(2);
        assertThat(world.executions.begun).hasSize(1);
        assertThat(switches.status())
                .filteredOn(status -> status.stage() == CoreStage.HEARTBEAT)
                .allSatisfy(status -> assertThat(status.products()).isPositive());
    }
}
