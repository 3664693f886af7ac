package tacit.pulse.mind.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionChoice.Scored;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.pulse.mind.Mind;
import tacit.runtime.testkit.EachDatabase;

/** Every move that is not allowed is refused, on both engines. */
@EachDatabase
class ForbiddenMovesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Map<Stage, Set<Stage>> ALLOWED = Map.of(
            Stage.COLLECTING_EVIDENCE,
            EnumSet.of(Stage.IDEATING, Stage.COMPLETED, Stage.BLOCKED, Stage.FAILED),
            Stage.IDEATING,
            EnumSet.of(Stage.CRITIQUING, Stage.BLOCKED, Stage.FAILED),
            Stage.CRITIQUING,
            EnumSet.of(Stage.SYNTHESIZING, Stage.BLOCKED, Stage.FAILED),
            Stage.SYNTHESIZING,
            EnumSet.of(Stage.DISPATCHING, Stage.COMPLETED, Stage.BLOCKED, Stage.FAILED),
            Stage.DISPATCHING,
            EnumSet.of(Stage.COMPLETED, Stage.BLOCKED, Stage.FAILED),
            Stage.COMPLETED,
            EnumSet.of(Stage.BLOCKED),
            Stage.BLOCKED,
            EnumSet.noneOf(Stage.class),
            Stage.FAILED,
            EnumSet.noneOf(Stage.class));

    private final Database database;

    ForbiddenMovesTest(Database database) {
        this.database = database;
        database.migrate("tacit.pulse.mind", Mind.class);
    }

    private static ReflectionRun run(String id, Stage stage) {
        return new ReflectionRun(
                id,
                "ops",
                "shop",
                "target-" + id,
                "f",
                "test",
                stage,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOW,
                null);
    }

    /** A run at a stage, led there by allowed moves. */
    private ReflectionRun at(String id, Stage stage) {
        database.write(session -> new RunMoves(session).begin(run(id, Stage.COLLECTING_EVIDENCE)));
        List<Stage> path = new ArrayList<>(List.of(
                Stage.COLLECTING_EVIDENCE, Stage.IDEATING, Stage.CRITIQUING, Stage.SYNTHESIZING, Stage.DISPATCHING));
        int last = stage.ended() ? path.size() - 1 : path.indexOf(stage);
        for (int i = 0; i < last; i++) {
            move(run(id, path.get(i)), path.get(i + 1));
        }
        if (stage.ended()) {
            move(run(id, Stage.DISPATCHING), stage);
        }
        return database.read(session -> new RunRows(session).find(id)).orElseThrow();
    }

    private void move(ReflectionRun run, Stage to) {
        database.write(session -> {
            RunMoves moves = new RunMoves(session);
            if (to.ended()) {
                moves.end(run, to, to == Stage.COMPLETED ? Outcome.SUGGEST : Outcome.FAILED, "", "why", NOW);
            } else {
                moves.move(run, to);
            }
            return run;
        });
    }

    @Test
    void rf40RunsMoveAsAllowedAndNotOtherwise() {
        for (Stage from : Stage.values()) {
            for (Stage to : Stage.values()) {
                ReflectionRun run = at(from + "-" + to, from);
                if (ALLOWED.get(from).contains(to)) {
                    move(run, to);
                } else {
                    assertThatIllegalStateException()
                            .as(from + " to " + to)
                            .isThrownBy(() -> move(run, to))
                            .withMessageContaining("Cannot move run");
                }
                Stage now = database.read(session -> new RunRows(session).find(run.id()))
                        .orElseThrow()
                        .stage();
                assertThat(now).isEqualTo(ALLOWED.get(from).contains(to) ? to : from);
            }
        }
    }

    @Test
    void whoSawARunAtAnEarlierStageMovesNothing() {
        ReflectionRun seen = at("late", Stage.IDEATING);
        move(seen, Stage.CRITIQUING);

        assertThatIllegalStateException()
                .isThrownBy(() -> move(seen, Stage.CRITIQUING))
                .withMessageContaining("it is not IDEATING any more");
        assertThatIllegalStateException().isThrownBy(() -> move(seen, Stage.FAILED));
    }

    @Test
    void theDatabaseItselfRefusesRunsThatMakeNoSense() {
        at("r", Stage.IDEATING);

        for (String change : List.of(
                "stage = 'DREAMING'",
                "stage = 'COMPLETED'",
                "outcome = 'SUGGEST'",
                "ended_at = 1",
                "open_key = NULL",
                "stage = 'FAILED', outcome = 'FAILED', ended_at = 1, open_key = NULL, error = NULL",
                "outcome = 'BORED', stage = 'COMPLETED', ended_at = 1, open_key = NULL")) {
            assertThatThrownBy(() -> database.write(
                            session -> session.update("UPDATE mind_runs SET " + change + " WHERE id = 'r'")))
                    .as(change)
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void aTargetHasOneRunAtATime() {
        ReflectionRun first = run("one", Stage.COLLECTING_EVIDENCE);
        ReflectionRun second = new ReflectionRun(
                "two",
                "ops",
                "shop",
                first.targetKey(),
                "f",
                "test",
                first.stage(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOW,
                null);

        assertThat(begun(first)).isTrue();
        assertThat(begun(second)).isFalse();
        move(first, Stage.FAILED);
        assertThat(begun(second)).isTrue();
    }

    private ReflectionBacklog point(String id, ReflectionBacklog.State state) {
        ReflectionBacklog open = point(id);
        database.write(session -> {
            new BacklogRows(session).add(List.of(open));
            return open;
        });
        if (state == ReflectionBacklog.State.REJECTED) {
            to(open, state);
        } else if (state != ReflectionBacklog.State.OPEN) {
            to(open, ReflectionBacklog.State.DISPATCHED);
        }
        if (state == ReflectionBacklog.State.DONE) {
            to(found(id), state);
        }
        return found(id);
    }

    private static ReflectionBacklog point(String id) {
        return new ReflectionBacklog(
                id,
                "ops",
                "shop",
                "workspace:shop",
                "Mend",
                "It fails",
                ReflectionAction.TASK,
                "Mend it",
                100,
                ReflectionBacklog.State.OPEN,
                "failures",
                "s-" + id,
                "run",
                null,
                "",
                NOW,
                NOW);
    }

    private ReflectionBacklog found(String id) {
        return database.read(session -> new BacklogRows(session).find(id)).orElseThrow();
    }

    private void to(ReflectionBacklog point, ReflectionBacklog.State state) {
        database.write(session -> {
            new BacklogRows(session).move(point, state, "d1", "", NOW);
            return point;
        });
    }

    @Test
    void rf41PointsMoveAsAllowedAndNotOtherwise() {
        for (ReflectionBacklog.State from : ReflectionBacklog.State.values()) {
            for (ReflectionBacklog.State to : ReflectionBacklog.State.values()) {
                ReflectionBacklog point = point(from + "-" + to, from);
                boolean allowed = List.of(
                                "OPEN DISPATCHED",
                                "OPEN REJECTED",
                                "DISPATCHED DONE",
                                "DISPATCHED REJECTED",
                                "DISPATCHED OPEN")
                        .contains(from + " " + to);
                if (allowed) {
                    to(point, to);
                } else {
                    assertThatIllegalStateException().as(from + " to " + to).isThrownBy(() -> to(point, to));
                }
                assertThat(found(point.id()).state()).isEqualTo(allowed ? to : from);
            }
        }
    }

    @Test
    void noPointIsLeftTwiceWhileItIsOpen() {
        ReflectionBacklog first = point("first", ReflectionBacklog.State.OPEN);
        ReflectionBacklog again = new ReflectionBacklog(
                "again",
                "ops",
                "shop",
                "workspace:shop",
                "Mend",
                "It fails",
                ReflectionAction.TASK,
                "Mend it",
                100,
                ReflectionBacklog.State.OPEN,
                "failures",
                first.subject(),
                "run2",
                null,
                "",
                NOW,
                NOW);
        database.write(session -> {
            new BacklogRows(session).add(List.of(again));
            return again;
        });

        assertThat(maybe("again")).isEmpty();
        to(first, ReflectionBacklog.State.REJECTED);
        database.write(session -> {
            new BacklogRows(session).add(List.of(again));
            return again;
        });
        assertThat(maybe("again")).isPresent();
    }

    @Test
    void rf42AHypothesisIsJudgedOnce() {
        Hypothesis hypothesis = new Hypothesis("h-1", "h", "Title", "Statement", "Do it", List.of(), .5, List.of("e1"));
        database.write(session -> {
            new HypothesisRows(session).propose("run", List.of(hypothesis));
            return hypothesis;
        });

        assertThatIllegalStateException().isThrownBy(() -> judge(Hypothesis.State.PROPOSED));
        judge(Hypothesis.State.WINNER);

        for (Hypothesis.State state : Hypothesis.State.values()) {
            assertThatIllegalStateException().as(state.name()).isThrownBy(() -> judge(state));
        }
        assertThat(judged()).singleElement().satisfies(one -> assertThat(one.state())
                .isEqualTo(Hypothesis.State.WINNER));
    }

    private void judge(Hypothesis.State state) {
        database.write(session -> {
            new HypothesisRows(session).judge("run", new Scored("h-1", .9, List.of(), ""), state);
            return state;
        });
    }

    @Test
    void anObjectionWithoutEvidenceIsRefusedByTheDatabaseToo() {
        assertThatThrownBy(() -> database.write(session -> session.update(
                        "INSERT INTO mind_critiques (run_id, place, hypothesis_id, verdict, words, evidence_id)"
                                + " VALUES ('r', 0, 'h', 'REJECT', 'no', NULL)")))
                .isInstanceOf(StoreException.class);
    }

    private boolean begun(ReflectionRun run) {
        return database.write(session -> new RunMoves(session).begin(run));
    }

    private Optional<ReflectionBacklog> maybe(String id) {
        return database.read(session -> new BacklogRows(session).find(id));
    }

    private List<ReflectionRun.Judged> judged() {
        return database.read(session -> new HypothesisRows(session).of("run"));
    }
}
