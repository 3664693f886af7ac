package tacit.learn.experiments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.LiveComparison.Kind;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.learn.gate.BettingTest;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class LiveStoreTest {

    private final MovingClock clock = new MovingClock();
    private Database database;
    private LiveStore store;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        database.migrate("tacit.learn.experiments", LiveStore.class);
        store = new LiveStore(database, clock);
    }

    private static Live in(Kind kind, State state, String id) {
        @Nullable Instant ended = state.ended() ? Instant.EPOCH : null;
        return new Live(
                id,
                "x1",
                "w1",
                "style",
                null,
                kind,
                state,
                1,
                kind == Kind.CANARY ? 0.2 : null,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                ended,
                "",
                new TreeMap<>(Map.of(Measure.OUTCOME, CanaryState.start(0.01))));
    }

    private Live begun(Kind kind) {
        Live live = in(kind, State.FOLLOWING, "x1.5");
        return database.write(session -> {
            LiveStore.begin(session, live);
            return live;
        });
    }

    @Test
    void w11RefusesEveryMoveThatIsNotForeseen() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                if (!from.next().contains(to)) {
                    assertThatIllegalStateException()
                            .as(from + " to " + to)
                            .isThrownBy(() -> store.turn(in(Kind.WATCH, from, "x1.5"), to, "because"))
                            .withMessageContaining("cannot become");
                }
            }
        }
    }

    @Test
    void w11TheDatabaseRefusesStatesWithoutTheirGrounds() {
        begun(Kind.WATCH);
        List<String> refused = List.of(
                "state = 'IMPROVED'",
                "state = 'STOPPED'",
                "state = 'LOST'",
                "ended_at = 1",
                "kind = 'SHADOW'",
                "kind = 'CANARY'",
                "version = 0");

        for (String set : refused) {
            assertThatThrownBy(() -> database.write(
                            session -> session.update("UPDATE live_comparisons SET " + set + " WHERE id = 'x1.5'")))
                    .as(set)
                    .isInstanceOf(StoreException.class);
        }
        database.write(session -> session.update("UPDATE live_comparisons SET kind = 'CANARY', served_share = 0.2"));
        assertThatThrownBy(() ->
                        database.write(session -> session.update("UPDATE live_comparisons SET state = 'HARMFUL'")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void movesOnceOnly() {
        Live begun = begun(Kind.WATCH);
        store.turn(begun, State.HARMFUL, "worse");

        assertThatIllegalStateException()
                .isThrownBy(() -> store.turn(begun, State.IMPROVED, "better"))
                .withMessageContaining("somebody else");
        assertThat(store.underWay()).singleElement().returns(State.HARMFUL, Live::state);
    }

    @Test
    void countsAllOfItOnceOrNothing() {
        Live begun = begun(Kind.WATCH);
        CanaryState first = new BettingTest().next(begun.test(Measure.OUTCOME), Arm.CANDIDATE, true);
        Live counted = store.count(begun, Measure.OUTCOME, first, List.of(new Dealt("t1", Arm.CANDIDATE, true)));
        CanaryState second = new BettingTest().next(first, Arm.CANDIDATE, true);
        List<Dealt> twice = List.of(new Dealt("t2", Arm.CANDIDATE, true), new Dealt("t1", Arm.CANDIDATE, true));

        assertThatIllegalStateException().isThrownBy(() -> store.count(counted, Measure.OUTCOME, second, twice));
        assertThatIllegalStateException()
                .as("two hosts that look at once")
                .isThrownBy(() -> store.count(begun, Measure.OUTCOME, second, twice));

        assertThat(store.counted(counted, Measure.OUTCOME)).containsExactly("t1");
        assertThat(store.of("x1")).containsExactly(counted);
    }

    @Test
    void keepsATestAsItWas() {
        Live begun = begun(Kind.WATCH);
        CanaryState state = begun.test(Measure.OUTCOME);
        for (int i = 0; i < 23; i++) {
            state = new BettingTest().next(state, i % 2 == 0 ? Arm.CANDIDATE : Arm.BASELINE, i % 3 == 0);
        }

        store.count(begun, Measure.OUTCOME, state, List.of(new Dealt("t1", Arm.CANDIDATE, true)));

        assertThat(store.of("x1").get(0).test(Measure.OUTCOME)).isEqualTo(state);
    }

    @Test
    void servedFromThenOnAsLongAsItWasSeen() {
        Live begun = begun(Kind.CANARY);
        Instant opened = clock.instant();
        store.seen(begun);
        clock.pass(Duration.ofMinutes(3));
        store.seen(begun);
        clock.pass(Duration.ofMinutes(3));
        store.unseen(begun);
        clock.pass(Duration.ofMinutes(3));
        store.seen(begun);

        assertThat(store.intervals(begun))
                .containsExactly(
                        new Interval(opened, opened.plusSeconds(180), true),
                        new Interval(clock.instant(), clock.instant(), false));
    }
}
