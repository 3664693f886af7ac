package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.pulse.triggers.HangingTest.awaits;
import static tacit.pulse.triggers.HangingTest.until;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;
import tacit.trigger.schedule.ScheduleTrigger;

/** The thread that looks at the triggers, over a real database. */
@EachDatabase
class TriggerLoopTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private TestDatabase database;
    private Rig rig;

    @BeforeEach
    void open(TestDatabase database) {
        this.database = database;
        rig = new Rig(database, null);
    }

    @AfterEach
    void close() {
        rig.calls.stop();
    }

    private TriggerLoop loop(Duration patience) {
        return new TriggerLoop(rig.round, rig.forwarding, 100, patience);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("tacit-triggers"))
                .toList();
    }

    /** A trigger whose plan does what a test says; it is asked for at each look as long as it fails. */
    private static Trigger planning(Runnable does) {
        return new Trigger() {

            @Override
            public TriggerPlan plan(TriggerConfiguration configuration) {
                does.run();
                return new TriggerPlan(List.of(), Duration.ofSeconds(1), List.of(), false, false, List.of());
            }

            @Override
            public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
                return TriggerReading.nothing(ingress);
            }
        };
    }

    @Test
    void looksUntilItIsStoppedAndLeavesNoThread() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        rig.with("one", planning(asked::countDown), Map.of());
        TriggerLoop loop = loop(LONG);

        awaits(asked);
        assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
        loop.stop();

        until(() -> threads().isEmpty());
    }

    @Test
    void goesOnAfterATriggerWhoseClassesWentAway() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        rig.with(
                "a-bad",
                planning(() -> {
                    asked.countDown();
                    throw new NoClassDefFoundError("gone");
                }),
                Map.of());
        rig.with("good", planning(others::countDown), Map.of());
        TriggerLoop loop = loop(LONG);

        awaits(asked);
        awaits(others);
        loop.stop();

        assertThat(rig.triggers.status().get(0).problems()).containsExactly("It failed: NoClassDefFoundError");
    }

    @Test
    void goesOnAfterALookThatFailed() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(3);
        Forwarding broken = new Forwarding(rig.readings, rig.signals, rig.switches, rig.tallies, failing(third));
        TriggerLoop loop = new TriggerLoop(rig.round, broken, 100, LONG);

        awaits(third);
        loop.stop();
    }

    /** A clock that fails, and the second time in a way that nobody expects. */
    private static Clock failing(CountDownLatch asked) {
        return new Clock() {

            @Override
            public Instant instant() {
                asked.countDown();
                if (asked.getCount() == 1) {
                    throw new NoClassDefFoundError("gone");
                }
                throw new IllegalStateException("No time");
            }

            @Override
            public ZoneId getZone() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void stopsInBoundedTimeWhileATriggerHangs() throws InterruptedException {
        HangingTrigger hanging = new HangingTrigger(false);
        rig.with("bad", hanging, Map.of());
        TriggerLoop loop = loop(Duration.ofMillis(50));
        until(() -> hanging.asked.get() > 0);

        loop.stop();

        assertThat(threads()).as("it waits for the answer").allMatch(Thread::isDaemon);
        hanging.free.countDown();
        until(() -> threads().isEmpty());
    }

    @Test
    void tellsOfATimeOnceWhereTwoHostsLook() {
        Rig other = new Rig(database, null);
        rig.with("schedule", new ScheduleTrigger(), Map.of("cron", "*/10 * * * *"));
        other.with("schedule", new ScheduleTrigger(), Map.of("cron", "*/10 * * * *"));

        for (int i = 0; i < 390; i++) {
            rig.clock.pass(Duration.ofSeconds(9));
            other.clock.pass(Duration.ofSeconds(9));
            rig.passSeconds(1);
            other.passSeconds(1);
        }

        assertThat(rig.signals.told() + other.signals.told()).isEqualTo(6);
        other.calls.stop();
    }

    @Test
    void refusesAPauseOutOfBounds() {
        for (int millis : new int[] {99, 60_001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TriggerLoop(rig.round, rig.forwarding, millis, LONG))
                    .withMessage("look.millis must be in [100, 60000], got " + millis);
        }
    }
}
