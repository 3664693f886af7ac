package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.Arms;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** Profiles whose cadence, cooldown and budget a generation tunes: profiles pulse each 15 minutes and rest 30 by themselves. */
@EachDatabase
class TunedTest {

    private final World world = new World();
    private final Switchable policy = new Switchable();
    private Host host;

    @BeforeEach
    void open(Database database) {
        world.policy = policy;
        host = new Host(world, database, Fuse.never(), 4);
    }

    /** The role as the host sees it: what fills it may be swapped. */
    private static final class Switchable implements PulsePolicy {

        private PulsePolicy now = Host.policy("");
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public PulseDecision decide(PulseSituation situation) {
            return now.decide(situation);
        }

        @Override
        public ProfileTuning tuning(AutomationProfile profile) {
            asked.incrementAndGet();
            return now.tuning(profile);
        }
    }

    private void promote(String tuning) {
        policy.now = Host.policy(tuning);
        host.tuned.activated();
    }

    private Instant next(String profile) {
        return host.desk.standing(profile).nextPulseAt();
    }

    private int pulses() {
        return host.runs(PulseRun.Type.PULSE).size();
    }

    /** W1: the reference changed the row and left the timer as it was. */
    @Test
    void w1ReschedulesAtOnceWhenAnotherGenerationDecides() {
        world.profile("p1", Stance.OBSERVER);
        host.minutes(2);
        Instant last = world.profiles.get("p1").state().lastPulseAt();
        assertThat(next("p1")).isEqualTo(last.plus(Duration.ofMinutes(15)));

        promote("p1 cadence=60");

        assertThat(next("p1")).isEqualTo(last.plus(Duration.ofHours(1)));
        host.minutes(50);
        assertThat(pulses()).isEqualTo(1);
        host.minutes(12);
        assertThat(pulses()).isEqualTo(2);
    }

    @Test
    void w1RollsBackByTakingTheOverlayAway() {
        world.profile("p1", Stance.OBSERVER);
        ProfileSettings own = world.profiles.get("p1").settings();
        promote("p1 cadence=600 cooldown=15 budget=1");
        host.minutes(20);

        assertThat(world.profiles.get("p1").settings())
                .as("the row is the operator's")
                .isEqualTo(own);
        promote("");
        host.minutes(1);

        assertThat(pulses()).as("it was due by its own cadence").isEqualTo(2);
        assertThat(host.desk.standing("p1").tuning().isNone()).isTrue();
    }

    @Test
    void w1AShorterCadenceDoesNotWaitForTheLongerOneToEnd() {
        world.profile("p1", Stance.OBSERVER);
        promote("p1 cadence=600");
        host.minutes(30);
        assertThat(pulses()).isEqualTo(1);

        promote("p1 cadence=15");
        host.minutes(1);

        assertThat(pulses()).isEqualTo(2);
    }

    @Test
    void decidesAndWakesByTheTunedCooldown() {
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The build is broken");
        host.minutes(1);
        host.end(host.onlyDispatch().id(), true);
        promote("p1 cooldown=120 cadence=15");
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The tests are broken");

        host.minutes(60);
        assertThat(host.runs(PulseRun.Type.DISPATCH))
                .as("30 minutes of its own are over")
                .hasSize(1);
        assertThat(host.desk.standing("p1").limits().cooldownUntil())
                .isEqualTo(host.desk
                        .explain("p1", false)
                        .situation()
                        .limits()
                        .lastDispatch()
                        .endedAt()
                        .plus(Duration.ofHours(2)));
        host.minutes(62);
        assertThat(host.runs(PulseRun.Type.DISPATCH)).hasSize(2);
    }

    @Test
    void recordsTheRowInTheSituationSoThatAnyTwoPoliciesCanBeAskedTheSame() {
        world.profile("p1", Stance.DISPATCHER);
        promote("p1 cooldown=120 budget=1");

        PulseDesk.PulseReport report = host.desk.explain("p1", false);

        assertThat(report.situation().profile()).isEqualTo(world.profiles.get("p1"));
        assertThat(report.decision().explained()).first().asString().contains("cooldown=120 budget=1");
    }

    @Test
    void showsRowAndOverlay() {
        AutomationProfile row = world.profile("p1", Stance.OBSERVER);
        promote("p1 budget=2\ngone cadence=99");

        PulseDesk.Standing standing = host.desk.standing("p1");

        assertThat(standing.profile()).isEqualTo(row);
        assertThat(standing.tuning()).isEqualTo(new ProfileTuning("p1", null, null, 2));
    }

    @Test
    void aLineOfAProfileThatIsGoneDoesNothing() {
        world.profile("p1", Stance.OBSERVER);
        promote("gone cadence=99");

        host.minutes(20);

        assertThat(pulses()).isEqualTo(2);
    }

    @Test
    void asksThePolicyOnceWhileNothingChanged() {
        world.profile("p1", Stance.OBSERVER);

        host.run(Duration.ofMinutes(14), Duration.ofSeconds(1));

        assertThat(policy.asked).hasValue(1);
    }

    @Test
    void asksAnewWhenTheOperatorChangedTheRow() {
        AutomationProfile row = world.profile("p1", Stance.OBSERVER);
        host.tuned.of(row);

        host.tuned.of(row.with(ProfileTuning.none("p1").with("budget", 2).over(row.settings())));

        assertThat(policy.asked).hasValue(2);
    }

    @Test
    void anAnswerThatWasGivenBeforeASwapDoesNotCountAfterIt() {
        AutomationProfile row = world.profile("p1", Stance.OBSERVER);
        policy.now = new PulsePolicy() {
            @Override
            public PulseDecision decide(PulseSituation situation) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ProfileTuning tuning(AutomationProfile profile) {
                promote("p1 cadence=60");
                return ProfileTuning.none(profile.id());
            }
        };
        host.tuned.of(row);

        assertThat(host.tuned.of(row).settings().cadence()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void followsACanaryThatComesAndGoesWithoutAGeneration() {
        AutomationProfile row = world.profile("p1", Stance.OBSERVER);
        PulsePolicy candidate = Host.policy("p1 cadence=10080");
        host.tuned.arms = new Arms() {
            @Override
            public <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception {
                PulsePolicy before = policy.now;
                policy.now = "profile p1".equals(unit) ? candidate : before;
                try {
                    return work.call();
                } finally {
                    policy.now = before;
                }
            }
        };
        assertThat(host.tuned.tuning(row).cadenceMinutes()).isEqualTo(10_080);

        host.tuned.arms = null;
        world.clock.pass(Duration.ofMinutes(15));

        assertThat(host.tuned.tuning(row).isNone()).isTrue();
    }

    @Test
    void goesOnByTheRowWhileThePolicyCannotBeAsked() {
        AutomationProfile row = world.profile("p1", Stance.OBSERVER);
        policy.now = new PulsePolicy() {
            @Override
            public PulseDecision decide(PulseSituation situation) {
                throw new IllegalStateException("Role 'heartbeat' has no provider");
            }

            @Override
            public ProfileTuning tuning(AutomationProfile profile) {
                throw new IllegalStateException("Role 'heartbeat' has no provider");
            }
        };

        assertThat(List.of(host.tuned.of(row), host.tuned.of(row))).containsOnly(row);
        promote("p1 cadence=60");
        assertThat(host.tuned.of(row).settings().cadence()).isEqualTo(Duration.ofHours(1));
    }
}
