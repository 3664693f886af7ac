package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;
import static tacit.learn.evals.replay.Samples.decision;
import static tacit.learn.evals.replay.Samples.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class LaterCasesTest {

    private final ListDecisions log = new ListDecisions();
    private Database database;
    private SqlTraceStore traces;
    private SqlReplayCases cases;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        traces = new SqlTraceStore(database);
        cases = reopened();
        log.with(decision("d001", "[\"first\"]", at(1)), decision("d002", "[\"second\"]", at(2)));
        assertThat(older("d001")).isTrue();
        assertThat(older("d002")).isFalse();
    }

    private SqlReplayCases reopened() {
        return Samples.cases(database, log, new NumberedHarness(), new ListAuditLog(), new MovingClock(), Map.of());
    }

    private static Instant at(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    private boolean older(String id) {
        return cases.add(SCOPE, draft(id)).older();
    }

    private boolean older(String id, String inputs, int minute) {
        log.with(decision(id, inputs, at(minute)));
        return older(id);
    }

    private void run(String task, int from, int until) {
        Trace trace = Trace.builder("t " + task + from)
                .taskKey(task)
                .startedAt(at(from))
                .endedAt(at(until))
                .build();
        traces.append(SCOPE, List.of(TraceUpdate.of(trace, List.of())));
    }

    /** A task that is first tried late and is on a side. */
    private String task(boolean wanted) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "errand " + number)
                .filter(task -> cases.older(SCOPE, "guard", "task " + task, at(100)) == wanted)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dealsHalfOfTheLaterTasksToEitherSideAndOthersInAnotherWorkspace() {
        Scope other = Scope.ofWorkspace("other");
        cases.add(other, draft("d001"));
        List<Boolean> here = IntStream.range(0, 400)
                .mapToObj(number -> cases.older(SCOPE, "guard", "task " + number, at(60)))
                .toList();
        List<Boolean> there = IntStream.range(0, 400)
                .mapToObj(number -> cases.older(other, "guard", "task " + number, at(60)))
                .toList();

        assertThat(here.stream().filter(older -> older).count()).isBetween(160L, 240L);
        assertThat(IntStream.range(0, 400)
                        .filter(number -> here.get(number).equals(there.get(number)))
                        .count())
                .isBetween(160L, 240L);
    }

    @Test
    void dealsATaskTheSameAtWhateverLaterTimeOrNone() {
        for (int number = 0; number < 50; number++) {
            String task = "task " + number;

            assertThat(cases.older(SCOPE, "guard", task, at(60)))
                    .isEqualTo(cases.older(SCOPE, "guard", task, at(6_000)))
                    .isEqualTo(cases.older(SCOPE, "guard", task, null));
        }
    }

    @Test
    void dealsHalfOfTheLaterDecisionsToEitherSide() {
        long older = IntStream.range(0, 120)
                .filter(number -> older("d1" + number, "[\"" + "x".repeat(number + 1) + "\"]", 60 + number))
                .count();

        assertThat(older).isBetween(40L, 80L);
    }

    @Test
    void keepsARunAProfilesDayAndNearQuestionsTogether() {
        for (int number = 0; number < 8; number++) {
            String name = LaterWork.word(number);
            boolean run = older("r" + number, Histories.inputs(name, 2), 60);
            boolean day = older("p" + number, "[{\"profileId\":\"" + name + "\",\"backlog\":1}]", 60);
            boolean near = older("n" + number, "[\"" + name + " ord-1001\"]", 60);

            assertThat(older("s" + number, Histories.inputs(name, 0), 61)).isEqualTo(run);
            assertThat(older("q" + number, "[{\"profileId\":\"" + name + "\",\"backlog\":2}]", 62))
                    .isEqualTo(day);
            assertThat(older("m" + number, "[\"" + name + " ord-2002\"]", 6_000))
                    .isEqualTo(near);
        }
    }

    @Test
    void refusesWhatBelongsToBothSides() {
        boolean wanted = older("a1", "[{\"sessionId\":\"s1\",\"text\":\"wa\"}]", 60);
        String other = IntStream.range(2, 60)
                .mapToObj(number -> "s" + number)
                .filter(session ->
                        older("b" + session, "[{\"sessionId\":\"" + session + "\",\"text\":\"wb\"}]", 61) != wanted)
                .findFirst()
                .orElseThrow();
        log.with(decision("c1", "[{\"sessionId\":\"" + other + "\",\"text\":\"wc\"}]", at(62)));
        cases.add(SCOPE, draft("a1", Origin.CORRECTION, "k1", null, Samples.check(Kind.OMITS, "", "x")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cases.add(SCOPE, draft("c1", Origin.CORRECTION, "k1", null)))
                .withMessage("Cannot make a case of decision 'c1': some of what belongs with it is on the older side"
                        + " and some on the newer");
    }

    @Test
    void putsWhatARunOfAnOlderTaskMayHaveAskedOnTheOlderSide() {
        String learned = task(true);
        String held = task(false);
        run(learned, 100, 110);
        run(held, 105, 120);

        for (int number = 0; number < 12; number++) {
            String name = LaterWork.word(number);
            assertThat(older("o" + number, Histories.inputs("old " + name, 0), 107))
                    .isTrue();
            assertThat(older("h" + number, Histories.inputs("new " + name, 0), 115))
                    .isFalse();
        }
    }

    @Test
    void goesByWhatIsStoredInADatabaseFromBefore() {
        String later = "[{\"profileId\":\"pa\",\"backlog\":1}]";
        String same = "[{\"profileId\":\"pa\",\"backlog\":2}]";
        boolean first = older("e1", later, 60);
        log.with(decision("e2", same, at(61)));
        older("e2");
        String flipped = "UPDATE replay_cases SET older = ? WHERE source = 'e2'";
        database.write(session -> session.update(flipped, !first)
                + session.update("DELETE FROM replay_tasks")
                + session.update("UPDATE replay_splits SET held_until = NULL"));
        cases = reopened();

        assertThat(cases.add(SCOPE, draft("e2", Samples.check(Kind.OMITS, "", "x")))
                        .older())
                .isEqualTo(!first);
        assertThat(older("e3", "[{\"profileId\":\"pa\",\"backlog\":3}]", 62)).isEqualTo(first);
    }

    @Test
    void endsTheNewerHalfOfADatabaseFromBeforeWithWhatItHolds() {
        database.write(session -> session.update("UPDATE replay_splits SET held_until = NULL"));
        run("early", 0, 1);
        run("late", 600, 601);
        cases = reopened();

        List<Boolean> held = IntStream.range(0, 40)
                .mapToObj(number -> cases.older(SCOPE, "guard", "task " + number, at(600)))
                .toList();
        List<Boolean> later = IntStream.range(0, 40)
                .mapToObj(number -> cases.older(SCOPE, "guard", "task " + number, at(601)))
                .toList();

        assertThat(held).containsOnly(false);
        assertThat(later).contains(true, false);
        assertThat(older("d001")).isTrue();
    }
}
