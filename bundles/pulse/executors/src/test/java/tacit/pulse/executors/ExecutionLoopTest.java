package tacit.pulse.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.execute.Execution;
import tacit.api.execute.Execution.State;
import tacit.api.execute.ExecutionListener;
import tacit.api.execute.TaskResult;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ExecutionLoopTest {

    private final MovingClock clock = new MovingClock();
    private Rig rig;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, clock);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private FakeExecutor with(String device, FakeExecutor executor, Map<String, ?> more) {
        rig.devices.addExecutor(executor);
        rig.device(device, executor.name(), more);
        return executor;
    }

    @Test
    void doesWorkAndKeepsWhatCameOfIt() {
        FakeExecutor fake = with(
                "one",
                new FakeExecutor("fake", order -> TaskResult.done("Pump seven")),
                Map.of("settings.command", "run it"));
        rig.folders.put("w1", "/somewhere");
        rig.loop();

        Execution done = rig.ended(rig.executions.submit(Rig.brief("b1"), null).id());

        assertThat(done.state()).isEqualTo(State.SUCCEEDED);
        assertThat(done.result().output()).isEqualTo("Pump seven");
        assertThat(done.executor()).isEqualTo("fake");
        assertThat(done.device()).isEqualTo("one");
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.routing()).containsExactly("chosen one with fake: priority 100");
        assertThat(fake.orders).singleElement().satisfies(order -> {
            assertThat(order.deviceSettings()).containsExactly(Map.entry("command", "run it"));
            assertThat(order.folder()).isEqualTo(Path.of("/somewhere"));
            assertThat(order.remaining()).isEqualTo(Duration.ofMinutes(5).toMillis());
            assertThat(order.executionId()).isEqualTo(done.id());
        });
    }

    @Test
    void ex06FallsBackWhereTheWorldIsInTheWayAndRecordsWhy() {
        with("first", new FakeExecutor("down", order -> TaskResult.unavailable("no network")), Map.of("priority", 1));
        with("second", new FakeExecutor("up", order -> TaskResult.done("attempt " + order.attempt())), Map.of());
        rig.device("third", "up", Map.of("enabled", false));
        rig.loop();

        Execution done = rig.ended(rig.executions.submit(Rig.brief("b1"), null).id());

        assertThat(done.state()).isEqualTo(State.SUCCEEDED);
        assertThat(done.result().output()).isEqualTo("attempt 2");
        assertThat(done.device()).isEqualTo("second");
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(done.routing())
                .containsExactly(
                        "passed over third: it is disabled",
                        "chosen first with down: priority 1",
                        "attempt 1 on first failed: no network",
                        "fell back to second with up");
    }

    @Test
    void ex06FailsWhenNoDeviceIsLeft() {
        with("first", new FakeExecutor("down", order -> TaskResult.unavailable("no network")), Map.of());
        rig.loop();

        Execution failed =
                rig.ended(rig.executions.submit(Rig.brief("b1"), null).id());

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.result().environmental()).isTrue();
        assertThat(failed.routing()).contains("no other device is left");
    }

    @Test
    void ex06TriesFailedWorkNotOnceMore() {
        FakeExecutor wrong =
                with("first", new FakeExecutor("fake", order -> TaskResult.failed("wrong answer")), Map.of());
        rig.device("second", "fake", Map.of());
        rig.loop();

        Execution failed =
                rig.ended(rig.executions.submit(Rig.brief("b1"), null).id());

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.result().error()).isEqualTo("wrong answer");
        assertThat(wrong.orders).hasSize(1);
    }

    @Test
    void failsWorkWhoseExecutorThrows() {
        with(
                "one",
                new FakeExecutor("fake", order -> {
                    throw new IllegalStateException("broken");
                }),
                Map.of());
        rig.loop();

        Execution failed =
                rig.ended(rig.executions.submit(Rig.brief("b1"), null).id());

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.result().error()).contains("broken");
    }

    @Test
    void ex07ReportsAndCountsWhatIsAboveItsBudget() {
        with(
                "one",
                new FakeExecutor(
                        "fake", order -> new TaskResult(true, "done", null, false, 120, 5_000, null, Map.of())),
                Map.of());
        rig.loop();

        Execution done = rig.ended(rig.executions
                .submit(Rig.brief("b1", Map.of("tokens", 100, "micros", 9_000)), null)
                .id());

        assertThat(done.state()).isEqualTo(State.SUCCEEDED);
        assertThat(done.result().facts()).containsEntry("over.tokens", "20").doesNotContainKey("over.micros");
        assertThat(done.routing()).contains("over budget: 120 tokens, allowed were 100");
        assertThat(rig.executions.overBudget("w1")).isEqualTo(1);
        assertThat(rig.executions.overBudget("w2")).isZero();
    }

    @Test
    void ex16BoundsTasksWhateverTheirBriefsSay() {
        FakeExecutor fake =
                with("one", new FakeExecutor("fake", order -> TaskResult.done("ok")), Map.of("capacity", 3));
        rig.loop(Map.of("task_micros", 700L));

        rig.ended(rig.executions.submit(Rig.brief("b1"), null).id());
        rig.ended(rig.executions
                .submit(Rig.brief("b2", Map.of("tokens", 900_000, "micros", 800)), null)
                .id());
        rig.ended(rig.executions
                .submit(Rig.brief("b3", Map.of("tokens", 50, "micros", 60)), null)
                .id());

        assertThat(fake.orders).extracting(order -> order.brief().maxTokens()).containsExactly(100_000L, 100_000L, 50L);
        assertThat(fake.orders).extracting(order -> order.brief().maxMicros()).containsExactly(700L, 700L, 60L);
    }

    @Test
    void ex08StopsWorkThatIsOutOfTime() {
        FakeExecutor endless = with("one", FakeExecutor.endless("fake"), Map.of());
        rig.loop();
        String id = rig.executions
                .submit(Rig.brief("b1", Map.of("timeout", Duration.ofSeconds(30))), null)
                .id();
        rig.in(id, State.RUNNING);
        Rig.until(() -> endless.orders.size() == 1);

        clock.pass(Duration.ofSeconds(31));

        Execution failed = rig.ended(id);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.result().error()).isEqualTo("Out of time after 30 s");
        assertThat(endless.stopped.getCount()).isZero();
    }

    @Test
    void failsWorkWhoseExecutorDoesNotStopAndKeepsItsPlace() {
        CountDownLatch end = new CountDownLatch(1);
        FakeExecutor stubborn = with(
                "one",
                new FakeExecutor("fake", order -> {
                    boolean done = false;
                    while (!done) {
                        try {
                            end.await();
                            done = true;
                        } catch (InterruptedException e) {
                            // It does not listen
                            done = false;
                        }
                    }
                    return TaskResult.done("late");
                }),
                Map.of());
        rig.loop();
        String id = rig.executions.submit(Rig.brief("b1"), null).id();
        Rig.until(() -> stubborn.orders.size() == 1);

        clock.pass(Duration.ofMinutes(6));

        assertThat(rig.ended(id).result().error()).contains("does not stop");
        assertThat(rig.executions.devices().get(0).running()).isEqualTo(1);
        end.countDown();
        Rig.until(() -> rig.executions.devices().get(0).running() == 0);
        assertThat(rig.executions.find(id).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void ex09InterruptsWhatIsCancelled() throws InterruptedException {
        FakeExecutor endless = with("one", FakeExecutor.endless("fake"), Map.of());
        rig.loop();
        String id = rig.executions.submit(Rig.brief("b1"), null).id();
        Rig.until(() -> endless.orders.size() == 1);

        assertThat(rig.executions.cancel(id, "ada", "")).isTrue();

        assertThat(endless.stopped.await(10, TimeUnit.SECONDS)).isTrue();
        Rig.until(() -> rig.live.works().isEmpty());
        assertThat(rig.executions.find(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(rig.executions.find(id).orElseThrow().result()).isNull();
    }

    @Test
    void ex11RunsNoMoreOnADeviceThanItHolds() {
        CountDownLatch end = new CountDownLatch(1);
        FakeExecutor fake = with(
                "one",
                new FakeExecutor("fake", order -> {
                    end.await();
                    return TaskResult.done("ok");
                }),
                Map.of("capacity", 2));
        rig.loop();
        List<String> ids = List.of("b1", "b2", "b3", "b4", "b5").stream()
                .map(brief -> rig.executions.submit(Rig.brief(brief), null).id())
                .toList();
        Rig.until(() -> fake.orders.size() == 2);

        assertThat(rig.executions
                        .list(null, null, State.RUNNING, PageRequest.first(9))
                        .total())
                .isEqualTo(2);
        assertThat(rig.executions.devices().get(0).running()).isEqualTo(2);
        end.countDown();

        ids.forEach(id -> assertThat(rig.ended(id).state()).isEqualTo(State.SUCCEEDED));
        assertThat(fake.orders).hasSize(5);
    }

    @Test
    void ex05FailsWhatTheHostCouldNotEndAndGoesOnWithTheRest(Database database) {
        with("one", new FakeExecutor("fake", order -> TaskResult.done("ok")), Map.of());
        String ran = rig.executions.submit(Rig.brief("ran"), null).id();
        database.write(session ->
                new ExecutionRows(session).begin(ran, new Doing("fake", "one", List.of(), 1, "host"), clock.instant()));
        String elsewhere = rig.executions.submit(Rig.brief("elsewhere"), null).id();
        database.write(session -> new ExecutionRows(session)
                .begin(elsewhere, new Doing("fake", "one", List.of(), 1, "other-host"), clock.instant()));
        String queued = rig.executions.submit(Rig.brief("queued"), null).id();
        String waiting = rig.executions.submit(Rig.brief("waiting"), "approval").id();

        rig.loop();

        assertThat(rig.ended(ran).result().error()).isEqualTo("interrupted");
        assertThat(rig.ended(queued).state()).isEqualTo(State.SUCCEEDED);
        assertThat(rig.executions.find(waiting).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(rig.executions.find(elsewhere).orElseThrow().state()).isEqualTo(State.RUNNING);
        assertThat(rig.executions.submit(Rig.brief("ran"), null).state()).isEqualTo(State.FAILED);
    }

    @Test
    void failsWhatRunsWhenTheHostStops() throws InterruptedException {
        FakeExecutor endless = with("one", FakeExecutor.endless("fake"), Map.of());
        ExecutionLoop loop = rig.loop();
        String id = rig.executions.submit(Rig.brief("b1"), null).id();
        Rig.until(() -> endless.orders.size() == 1);

        loop.stop();

        assertThat(rig.executions.find(id).orElseThrow().result().error()).isEqualTo("interrupted");
    }

    @Test
    void keepsWorkQueuedWhoseDeviceIsGoneUntilItsPatienceEnds() {
        FakeExecutor fake = with("one", new FakeExecutor("fake", order -> TaskResult.done("ok")), Map.of());
        String id = rig.executions.submit(Rig.brief("b1"), null).id();
        rig.devices.removeExecutor(fake);
        rig.loop();

        assertThat(rig.executions.find(id).orElseThrow().state()).isEqualTo(State.QUEUED);
        clock.pass(Duration.ofMinutes(10));

        Execution failed = rig.ended(id);
        assertThat(failed.result().environmental()).isTrue();
        assertThat(failed.result().error()).contains("there is no executor 'fake'");
        assertThat(failed.attempts()).isZero();
    }

    @Test
    void ex10TellsHowWorkEndedUntilEachHasHeardIt(Database database) throws InterruptedException {
        with("one", new FakeExecutor("fake", order -> TaskResult.done("ok")), Map.of());
        Deaf deaf = new Deaf();
        rig.tellings.addListener(deaf);
        ExecutionLoop loop = rig.loop();
        String id = rig.executions.submit(Rig.brief("b1"), null).id();
        Rig.until(() -> deaf.heard.size() >= 2);
        deaf.hears = true;
        Rig.until(() -> deaf.taken.size() == 1);
        loop.stop();

        assertThat(deaf.taken).containsExactly(id);
        try (Rig next = new Rig(database, clock)) {
            Deaf after = new Deaf();
            after.hears = true;
            next.tellings.addListener(after);
            assertThat(next.tellings.tell()).isFalse();
            assertThat(after.heard).isEmpty();
        }
    }

    @Test
    void ex10TellsAfterARestartWhatNobodyConfirmed(Database database) {
        rig.devices.addExecutor(new FakeExecutor("fake", order -> TaskResult.done("ok")));
        rig.device("one", "fake", Map.of());
        String id = rig.executions.submit(Rig.brief("b1"), null).id();
        rig.executions.cancel(id, "ada", "");

        try (Rig next = new Rig(database, clock)) {
            Deaf after = new Deaf();
            after.hears = true;
            next.tellings.addListener(after);
            next.tellings.tell();
            next.tellings.tell();
            assertThat(after.taken).containsExactly(id);
        }
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> rig.loop(Map.of("threads", 0))).hasMessageContaining("threads must be in [1, 256]");
        assertThatThrownBy(() -> rig.loop(Map.of("host", " "))).hasMessageContaining("host");
        assertThatThrownBy(() -> rig.loop(Map.of("task_tokens", -1L))).hasMessageContaining("negative");
        assertThatThrownBy(() -> rig.device("a b", "fake", Map.of())).hasMessageContaining("name must be");
        assertThatThrownBy(() -> rig.device("ab", "fake", Map.of("capacity", 0)))
                .hasMessageContaining("capacity");
    }

    /** Throws until it hears. */
    private static final class Deaf implements ExecutionListener {

        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<String> taken = new CopyOnWriteArrayList<>();
        volatile boolean hears;

        @Override
        public void ended(Execution execution) {
            heard.add(execution.id());
            if (!hears) {
                throw new IllegalStateException("not now");
            }
            taken.add(execution.id());
        }
    }
}
