package tacit.pulse.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.execute.Execution.State;
import tacit.api.execute.TaskResult;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

/** Every move of the state machine: those that are allowed, and each that is not. */
@EachDatabase
class TransitionsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Doing DOING = new Doing("fake", "one", List.of("chosen"), 1, "host");
    private static final Map<State, Set<State>> ALLOWED = new EnumMap<>(Map.of(
            State.WAITING, Set.of(State.QUEUED, State.CANCELLED),
            State.QUEUED, Set.of(State.RUNNING, State.CANCELLED),
            State.RUNNING, Set.of(State.SUCCEEDED, State.FAILED, State.CANCELLED),
            State.SUCCEEDED, Set.of(),
            State.FAILED, Set.of(),
            State.CANCELLED, Set.of()));

    private Database database;
    private Rig rig;

    @BeforeEach
    void open(Database given) {
        database = given;
        rig = new Rig(database, new MovingClock());
        rig.devices.addExecutor(new FakeExecutor("fake", order -> TaskResult.done("ok")));
        rig.device("one", "fake", Map.of());
    }

    private boolean move(String id, State to) {
        return database.write(session -> {
            ExecutionRows rows = new ExecutionRows(session);
            return switch (to) {
                case WAITING -> false;
                case QUEUED -> rows.release(id, List.of());
                case RUNNING -> rows.begin(id, DOING, NOW);
                case SUCCEEDED -> rows.end(id, "host", TaskResult.done("ok"), false, List.of(), NOW);
                case FAILED -> rows.end(id, "host", TaskResult.failed("no"), false, List.of(), NOW);
                case CANCELLED -> rows.cancel(id, List.of(), NOW);
            };
        });
    }

    private String in(State state, String brief) {
        String id = rig.executions.submit(Rig.brief(brief), "approval").id();
        List<State> way =
                switch (state) {
                    case WAITING -> List.of();
                    case QUEUED -> List.of(State.QUEUED);
                    case RUNNING -> List.of(State.QUEUED, State.RUNNING);
                    case SUCCEEDED, FAILED -> List.of(State.QUEUED, State.RUNNING, state);
                    case CANCELLED -> List.of(State.CANCELLED);
                };
        way.forEach(next -> assertThat(move(id, next)).isTrue());
        return id;
    }

    @Test
    void ex04MakesEachMoveThatIsAllowedAndRefusesEveryOther() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                String id = in(from, from + "-" + to);

                assertThat(move(id, to))
                        .as(from + " to " + to)
                        .isEqualTo(ALLOWED.get(from).contains(to));

                assertThat(rig.executions.find(id).orElseThrow().state())
                        .isEqualTo(ALLOWED.get(from).contains(to) ? to : from);
            }
        }
    }

    @Test
    void letsOnlyTheHostThatRunsItEndOrMoveWork() {
        String id = in(State.RUNNING, "b1");

        boolean ended = database.write(
                session -> new ExecutionRows(session).end(id, "another", TaskResult.done("ok"), false, List.of(), NOW));
        boolean moved = database.write(
                session -> new ExecutionRows(session).goOn(id, new Doing("fake", "two", List.of(), 2, "another")));

        assertThat(ended).isFalse();
        assertThat(moved).isFalse();
    }

    @Test
    void goesOnElsewhereOnlyWhileItRuns() {
        for (State from : State.values()) {
            String id = in(from, "on-" + from);

            assertThat((boolean) database.write(session -> new ExecutionRows(session).goOn(id, DOING)))
                    .as("from " + from)
                    .isEqualTo(from == State.RUNNING);
        }
    }

    @Test
    void ex04HasConstraintsAgainstStatesThatCannotBe() {
        for (String change : List.of(
                "state = 'PAUSED'",
                "state = 'RUNNING'",
                "state = 'SUCCEEDED'",
                "state = 'FAILED'",
                "state = 'CANCELLED'",
                "approval_id = NULL",
                "ended_at = 5",
                "started_at = 5",
                "result = '{}'")) {
            String id = in(State.WAITING, change);

            assertThatThrownBy(() -> database.write(
                            session -> session.update("UPDATE executions SET " + change + " WHERE id = ?", id)))
                    .as(change)
                    .isInstanceOf(StoreException.class);
        }
        for (String change : List.of("state = 'QUEUED'", "state = 'WAITING'", "state = 'RUNNING'", "result = NULL")) {
            String id = in(State.SUCCEEDED, "done " + change);

            assertThatThrownBy(() -> database.write(
                            session -> session.update("UPDATE executions SET " + change + " WHERE id = ?", id)))
                    .as("done, " + change)
                    .isInstanceOf(StoreException.class);
        }
    }
}
