package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class RunMovesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private PulseStore store;
    private int count;

    @BeforeEach
    void open(Database database) {
        Clock clock = new MovingClock();
        store = new PulseStore(database, new PatternRedactor(), clock);
    }

    private String run(State state) {
        String id = "d" + ++count;
        PulseRun run = new PulseRun(
                id,
                null,
                "p" + count,
                "w1",
                PulseRun.Type.DISPATCH,
                DispatchKind.TASK,
                State.QUEUED,
                "heartbeat",
                "why",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("e"),
                PulseRun.Cost.NONE,
                NOW,
                null,
                null);
        Plan plan = new Plan("dispatch_task", "t", null, "T", "P", "", Map.of(), null, 0, List.of(), List.of());
        write(session -> new RunRows(session).add(new Dispatch(run, id, plan, false, false)));
        if (state != State.QUEUED && state != State.CANCELLED) {
            write(session -> new RunRows(session).start(id, null, NOW));
        }
        if (state.ended()) {
            State from = state == State.CANCELLED ? State.QUEUED : State.RUNNING;
            write(session -> new RunRows(session).end(id, from, RunRows.End.of(state, null), NOW));
        }
        return id;
    }

    private static org.assertj.core.api.AbstractBooleanAssert<?> assertMoved(boolean moved) {
        return assertThat(moved);
    }

    private <T> T write(tacit.api.store.Work<T> work) {
        return store.write(work);
    }

    @Test
    void allowsWhatTheContractAllows() {
        RunRows.MOVES.forEach((from, targets) -> targets.forEach(to -> {
            String id = run(from);
            boolean moved = to == State.RUNNING
                    ? write(session -> new RunRows(session).start(id, null, NOW))
                    : write(session -> new RunRows(session).end(id, from, RunRows.End.of(to, null), NOW));
            assertThat(moved).as(from + " to " + to).isTrue();
            assertThat(store.run(id).orElseThrow().state()).isEqualTo(to);
        }));
    }

    @Test
    void refusesEveryOtherMove() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                if (RunRows.MOVES.getOrDefault(from, java.util.Set.of()).contains(to) || to == State.QUEUED) {
                    continue;
                }
                String id = run(from);
                if (to == State.RUNNING) {
                    assertMoved(write(session -> new RunRows(session).start(id, null, NOW)))
                            .isFalse();
                } else {
                    assertThatThrownBy(() ->
                                    write(session -> new RunRows(session).end(id, from, RunRows.End.of(to, null), NOW)))
                            .as(from + " to " + to)
                            .isInstanceOf(IllegalStateException.class);
                }
                assertThat(store.run(id).orElseThrow().state()).isEqualTo(from);
            }
        }
    }

    @Test
    void leavesARunThatSomebodyElseMoved() {
        String id = run(State.COMPLETED);

        assertMoved(write(session -> new RunRows(session).end(id, State.RUNNING, RunRows.End.failed("late"), NOW)))
                .isFalse();
        assertThat(store.run(id).orElseThrow().error()).isNull();
    }

    @Test
    void isGuardedByTheDatabaseToo() {
        String running = run(State.RUNNING);
        String done = run(State.COMPLETED);
        for (String sql : List.of(
                "UPDATE pulse_runs SET state = 'SLEEPING' WHERE id = '" + running + "'",
                "UPDATE pulse_runs SET state = 'COMPLETED' WHERE id = '" + running + "'",
                "UPDATE pulse_runs SET state = 'QUEUED' WHERE id = '" + running + "'",
                "UPDATE pulse_runs SET state = 'RUNNING' WHERE id = '" + done + "'",
                "UPDATE pulse_runs SET settled = TRUE WHERE id = '" + running + "'",
                "UPDATE pulse_runs SET flight_key = 'x' WHERE id = '" + done + "'",
                "UPDATE pulse_runs SET plan = NULL WHERE id = '" + done + "'")) {
            assertThatThrownBy(() -> write(session -> session.update(sql)))
                    .as(sql)
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void letsOnlyOneFlyForAProfileInAWorkspace() {
        String first = run(State.RUNNING);
        PulseRun flying = store.run(first).orElseThrow();
        Plan plan = new Plan("dispatch_task", "t", null, "T", "P", "", Map.of(), null, 0, List.of(), List.of());
        PulseRun second = new PulseRun(
                "second",
                null,
                flying.profileId(),
                "w1",
                PulseRun.Type.DISPATCH,
                DispatchKind.TASK,
                State.QUEUED,
                "heartbeat",
                "why",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("e"),
                PulseRun.Cost.NONE,
                NOW,
                null,
                null);

        assertMoved(write(session -> new RunRows(session).add(new Dispatch(second, "k2", plan, false, false))))
                .isFalse();

        write(session -> new RunRows(session).end(first, State.RUNNING, RunRows.End.of(State.COMPLETED, ""), NOW));
        assertMoved(write(session -> new RunRows(session).add(new Dispatch(second, "k2", plan, false, false))))
                .isTrue();
    }
}
