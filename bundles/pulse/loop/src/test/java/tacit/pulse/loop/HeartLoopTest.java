package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** The heart on its thread, over a real database; what it meets in each look is up to the test. */
@EachDatabase
class HeartLoopTest {

    private final World world = new World();
    private final List<HeartLoop> loops = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open(Database database) {
        this.database = database;
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (HeartLoop loop : loops) {
            loop.stop();
        }
    }

    /** What a host meets when it looks whether it may beat. */
    interface Look {
        void looked(int number);
    }

    private Host host(Look look) {
        AtomicInteger looks = new AtomicInteger();
        Object switches = new Object() {

            @SuppressWarnings("unused")
            boolean on(CoreStage stage) {
                if (stage == CoreStage.HEARTBEAT) {
                    look.looked(looks.incrementAndGet());
                }
                return true;
            }

            @SuppressWarnings("unused")
            String why(CoreStage stage) {
                return "";
            }

            @SuppressWarnings("unused")
            void ran(CoreStage stage, int products, List<String> whyNot) {
                world.ran.add(stage + " " + products);
            }
        };
        return new Host(
                world,
                database,
                new Fuse(),
                4,
                new Host.Core(
                        world.signals,
                        Stub.of(AutomationProfiles.class, world.new Profiling()),
                        Stub.of(ScopedSettings.class, world.new Setting()),
                        Stub.of(CoreSwitches.class, switches)));
    }

    private HeartLoop loop(Host host) {
        return loop(host, Duration.ofSeconds(10));
    }

    private HeartLoop loop(Host host, Duration patience) {
        HeartLoop loop = new HeartLoop(host.heart, new Lease(host.store, world.clock), world.clock, 1, patience);
        loops.add(loop);
        return loop;
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("it came in time").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tacit-heart"))
                .toList();
    }

    @Test
    void beatsAgainAndAgainAndLeavesNoThread() throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(2);
        HeartLoop loop = loop(host(number -> beats.countDown()));

        awaits(beats);
        assertThat(threads()).hasSize(2).allMatch(Thread::isDaemon);
        loop.stop();

        assertThat(threads()).isEmpty();
    }

    @Test
    void goesOnAfterALookThatFailed() {
        CountDownLatch third = new CountDownLatch(3);
        loop(host(number -> {
            third.countDown();
            if (number == 1) {
                throw new IllegalStateException("The database is away");
            }
            if (number == 2) {
                throw new NoClassDefFoundError("a bundle went away");
            }
        }));

        awaits(third);
    }

    @Test
    void stopsInBoundedTimeWhileALookHangs() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Host host = host(number -> {
            looks.countDown();
            awaits(free);
        });
        HeartLoop loop = loop(host, Duration.ofMillis(50));
        awaits(looks);

        loop.stop();

        assertThat(new Lease(host.store, world.clock).hold())
                .as("nobody else begins while it may still act")
                .isEqualTo(Lease.Hold.ELSEWHERE);
        free.countDown();
        for (Thread thread : threads()) {
            thread.join(30_000);
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void onlyOneOfTwoHostsBeatsUntilItStops() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch further = new CountDownLatch(4);
        CountDownLatch second = new CountDownLatch(1);
        HeartLoop here = loop(host(number -> {
            first.countDown();
            further.countDown();
        }));
        awaits(first);
        loop(host(number -> second.countDown()));
        awaits(further);
        assertThat(second.getCount()).as("the other one let it be").isEqualTo(1);

        here.stop();

        awaits(second);
    }

    @Test
    void takesUpWhatAnotherHostLeft() {
        world.profile("p1", Stance.DISPATCHER);
        Host here = host(number -> {});
        here.minutes(1);
        Fuse fuse = new Fuse();
        Host there = new Host(world, database, fuse, 4);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The build is broken");
        leaveInTheMiddle(there, fuse);

        here.minutes(1);
        here.heart.takeOver();
        here.minutes(1);

        assertThat(here.runs(PulseRun.Type.PULSE)).extracting(PulseRun::state).doesNotContain(PulseRun.State.RUNNING);
        assertThat(world.executions.begun).as("once, whoever did it").hasSizeLessThanOrEqualTo(1);
    }

    /** Dies behind the first moment at which a pulse is under way. */
    private void leaveInTheMiddle(Host there, Fuse fuse) {
        for (int moments = 1; moments < 60; moments++) {
            world.clock.pass(Duration.ofMinutes(20));
            fuse.arm(moments);
            try {
                there.heart.tick(world.clock.instant());
            } catch (Fuse.Blown died) {
                if (there.runs(PulseRun.Type.PULSE).stream().anyMatch(run -> run.state() == PulseRun.State.RUNNING)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("It never died in the middle of a pulse");
    }

    @Test
    void aPulseThatBreaksOffKeepsNoOtherFromItsTurn() {
        world.profile("p1", Stance.DISPATCHER);
        world.profile("p2", Stance.DISPATCHER);
        AtomicInteger failures = new AtomicInteger();
        Object profiling = new Object() {

            private final World.Profiling real = world.new Profiling();

            @SuppressWarnings("unused")
            Optional<AutomationProfile> find(String id) {
                return real.find(id);
            }

            @SuppressWarnings("unused")
            List<AutomationProfile> active() {
                return real.active();
            }

            @SuppressWarnings("unused")
            boolean state(String id, AutomationProfile.State state) {
                if (id.equals("p1")) {
                    throw new IllegalStateException("Cannot keep it, time " + failures.incrementAndGet());
                }
                return real.state(id, state);
            }
        };
        Host host = new Host(
                world,
                database,
                Fuse.never(),
                4,
                new Host.Core(
                        world.signals,
                        Stub.of(AutomationProfiles.class, profiling),
                        Stub.of(ScopedSettings.class, world.new Setting()),
                        Stub.of(CoreSwitches.class, world.new Switching())));

        host.run(Duration.ofSeconds(30), Duration.ofSeconds(1));

        assertThat(host.runs(PulseRun.Type.PULSE))
                .as("what broke off has not been")
                .extracting(PulseRun::profileId)
                .containsExactly("p2");
        assertThat(failures)
                .as("it is tried with the others, alone, and then in a minute")
                .hasValue(2);
    }

    @Test
    void refusesAPeriodOutOfBounds() {
        Host host = host(number -> {});
        Lease lease = new Lease(host.store, world.clock);

        for (int seconds : new int[] {0, 3601}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HeartLoop(host.heart, lease, world.clock, seconds, Duration.ofSeconds(1)))
                    .withMessage("period.seconds must be in [1, 3600], got " + seconds);
        }
        assertThat(threads()).isEmpty();
    }
}
