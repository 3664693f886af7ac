package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.reflect.DreamingDesk;
import tacit.api.reflect.ReflectionDesk;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

class ThoughtsTest {

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch thinking = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private boolean broken;
    private boolean full;
    private boolean slow;
    private TestDatabase engine;
    private World world;
    private Host host;

    @BeforeEach
    void open() {
        engine = Engine.HSQLDB.open();
        world = new World();
        host = new Host(world, engine.database(), new Fuse(), 4);
        host.thoughts.reflection = Stub.of(ReflectionDesk.class, new Reflecting());
        host.thoughts.dreaming = Stub.of(DreamingDesk.class, new Dreaming());
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    /** A desk that thinks. */
    private final class Reflecting {

        @SuppressWarnings("unused")
        Optional<ReflectionDesk.ReflectionResult> reflect(
                String profileId, @Nullable String targetKey, String reason, boolean manual)
                throws InterruptedException {
            asked.add("begun " + world.executions.begun.size());
            thinking.countDown();
            if (slow) {
                goOn.await(20, TimeUnit.SECONDS);
            }
            if (broken) {
                throw new IllegalStateException("no thoughts today");
            }
            return Optional.of(new ReflectionDesk.ReflectionResult("r1", "sleep", true));
        }
    }

    /** A desk that dreams. */
    private final class Dreaming {

        @SuppressWarnings("unused")
        boolean pressed(String workspaceId) {
            if (broken) {
                throw new IllegalStateException("no folder");
            }
            return full && !asked.contains("dream");
        }

        @SuppressWarnings("unused")
        Optional<DreamingDesk.DreamingResult> dream(
                String profileId,
                String workspaceId,
                DreamingDesk.Trigger trigger,
                @Nullable String reference,
                @Nullable String instructions) {
            asked.add("dream");
            return Optional.of(new DreamingDesk.DreamingResult("dream1", "completed", 3));
        }
    }

    @Test
    void comeAfterTheDispatchAndStandInTheReport() {
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.MEMORY_DRIFT, .9, "It is not so any more");

        PulseReport report = host.desk.pulse("p1", "anna");

        assertThat(asked).containsExactly("begun 1", "dream");
        assertThat(report.reflectionId()).isEqualTo("r1");
        assertThat(report.dreamingId()).isEqualTo("dream1");
        assertThat(report.dreamingCandidates()).isEqualTo(3);
        assertThat(host.traces.find(report.run().traceId()).orElseThrow().events())
                .extracting(CoreTrace.Event::type)
                .contains("heartbeat.reflection_triggered", "heartbeat.dreaming_triggered");
    }

    @Test
    void dreamOnceOfTheSameSignals() {
        world.profile("p1", Stance.OBSERVER);
        world.signals.tell("p1", SignalFamily.CORRECTION_LEARNING, .5, "It is not so any more");

        host.minutes(100);
        assertThat(asked).containsOnlyOnce("dream");

        world.signals.tell("p1", SignalFamily.CORRECTION_LEARNING, .5, "And not so either");
        host.minutes(20);
        assertThat(asked.stream().filter("dream"::equals)).hasSize(2);
    }

    @Test
    void dreamOfFilesThatAreTooFullWithoutAnySignal() {
        full = true;
        world.profile("p1", Stance.OBSERVER);

        PulseReport report = host.desk.pulse("p1", "anna");

        assertThat(asked).contains("dream");
        assertThat(report.dreamingId()).isEqualTo("dream1");
        assertThat(host.desk.pulse("p1", "anna").dreamingId()).isNull();
    }

    @Test
    void doNotHarmThePulseWhenTheyGoWrong() {
        broken = true;
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The build is broken");

        PulseReport report = host.desk.pulse("p1", "anna");

        assertThat(report.run().state()).isEqualTo(PulseRun.State.COMPLETED);
        assertThat(report.dispatch().state()).isEqualTo(PulseRun.State.RUNNING);
        CoreTrace.Whole trace = host.traces.find(report.run().traceId()).orElseThrow();
        assertThat(trace.trace().status()).isEqualTo(CoreTraceStatus.COMPLETED);
        assertThat(trace.events()).extracting(CoreTrace.Event::summary).contains("reflection: no thoughts today");
    }

    @Test
    void oneMorePulseRunsAfterTheOneThatIsUnderWay() throws Exception {
        slow = true;
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "The build is broken");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<PulseReport> first = threads.submit(() -> host.desk.pulse("p1", "anna"));
            assertThat(thinking.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(host.desk.standing("p1").running()).isTrue();
            Future<PulseReport> second = threads.submit(() -> host.desk.pulse("p1", "ben"));
            world.clock.pass(java.time.Duration.ofMinutes(20));
            host.heart.tick(world.clock.instant());
            assertThat(host.runs(PulseRun.Type.PULSE))
                    .as("no second one at once")
                    .hasSize(1);
            goOn.countDown();

            assertThat(first.get(20, TimeUnit.SECONDS).dispatch()).isNotNull();
            assertThat(second.get(20, TimeUnit.SECONDS).decision().rule()).isEqualTo("in_flight");
        } finally {
            threads.shutdownNow();
        }
        assertThat(host.runs(PulseRun.Type.PULSE)).hasSize(2);
        assertThat(world.executions.begun).hasSize(1);
    }

    @Test
    void thePulseOfAnUnknownProfileIsRefused() {
        assertThatThrownBy(() -> host.desk.pulse("nobody", "anna")).isInstanceOf(IllegalArgumentException.class);
        assertThat(host.audit.entries).isEmpty();
    }

    @Test
    void aPulseThatIsNotRecordedInTheAuditLogDoesNotRun() {
        world.profile("p1", Stance.DISPATCHER);
        host.audit.broken = true;

        assertThatThrownBy(() -> host.desk.pulse("p1", "anna")).isInstanceOf(IllegalStateException.class);
        assertThat(host.runs(PulseRun.Type.PULSE)).isEmpty();
    }
}
