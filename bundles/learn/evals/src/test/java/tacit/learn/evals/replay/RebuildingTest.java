package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases.Rebuilt;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
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
class RebuildingTest {

    private static final AnswerCheck DENIES = Samples.check(Kind.EQUALS, "/effect", "\"DENY\"");

    private final NumberedHarness harness = new NumberedHarness();
    private final ListDecisions log = new ListDecisions();
    private SqlTraceStore traces;
    private SqlReplayCases cases;

    @BeforeEach
    void open(Database database) {
        traces = new SqlTraceStore(database);
        cases = open(database, Map.of());
        for (int second = 1; second <= 5; second++) {
            run("t" + second, "task " + second, at(second));
        }
    }

    private SqlReplayCases open(Database database, Map<String, ?> settings) {
        return Samples.cases(database, log, harness, new ListAuditLog(), new MovingClock(), settings);
    }

    private void run(String id, String task, @Nullable Instant startedAt) {
        Trace trace = Trace.builder(id).taskKey(task).startedAt(startedAt).build();
        traces.append(SCOPE, List.of(TraceUpdate.of(trace, List.of())));
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private static Rebuilt draft(String inputs, String task, @Nullable Instant firstAt, AnswerCheck... checks) {
        Situation asked = new Situation("guard", "decide(GuardQuestion)", inputs, NOW, 0, List.of());
        List<AnswerCheck> all = checks.length == 0 ? List.of(DENIES) : List.of(checks);
        return new Rebuilt(asked, task, firstAt, "A call", all, Origin.CLUSTER, "c1", "rule:cases", null);
    }

    private boolean older(int second) {
        return cases.rebuild(SCOPE, draft("[" + second + "]", "task " + second, at(second)))
                .older();
    }

    @Test
    void keepsTheQuestionWithTheHarnessInForce() {
        ReplayCase made = cases.rebuild(SCOPE, draft("[{\"tool\":\"send\"}]", "task 1", at(1)));

        assertThat(made.situation().inputs()).isEqualTo("[{\"tool\":\"send\"}]");
        assertThat(made.providerSha256()).isEqualTo("cd".repeat(32));
        assertThat(made.generation()).isEqualTo(7);
        assertThat(made.owner()).isEqualTo("rule:cases");
        assertThat(made.protectedCase()).isFalse();
        assertThat(cases.find(SCOPE, made.id())).contains(made);
    }

    @Test
    void makesTheSameCaseOnceWheneverItWasAsked() {
        Rebuilt draft = draft("[1]", "task 1", at(1));
        Situation asked = draft.situation();
        Situation later = new Situation(asked.role(), asked.method(), asked.inputs(), NOW.plusSeconds(9), 0, List.of());
        ReplayCase first = cases.rebuild(SCOPE, draft);

        ReplayCase again = cases.rebuild(
                SCOPE, new Rebuilt(later, "task 2", at(2), "B", draft.checks(), Origin.CLUSTER, "c2", "x", null));

        assertThat(again).isEqualTo(first);
        assertThat(cases.list(SCOPE, "guard", PageRequest.first(10)).total()).isEqualTo(1);
    }

    @Test
    void dividesTasksByWhenTheyWereFirstTried() {
        assertThat(IntStream.of(5, 1, 3, 2, 4).filter(this::older).boxed()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void fixesTheMiddleWithTheFirstCase() {
        assertThat(older(2)).isTrue();
        IntStream.range(10, 30).forEach(second -> run("t" + second, "task " + second, at(second)));

        assertThat(older(4)).isFalse();
        assertThat(older(5)).isFalse();
        assertThat(older(1)).isTrue();
    }

    @Test
    void neverDividesATask() {
        assertThat(cases.rebuild(SCOPE, draft("[1]", "task 1", at(1))).older()).isTrue();

        assertThat(cases.older(SCOPE, "guard", "task 1", at(99))).isTrue();
        assertThat(cases.rebuild(SCOPE, draft("[2]", "task 1", at(99))).older()).isTrue();
    }

    @Test
    void tellsTheSideBeforeItDeals() {
        for (int second = 1; second <= 5; second++) {
            boolean told = cases.older(SCOPE, "guard", "task " + second, at(second));

            assertThat(older(second)).isEqualTo(told);
        }
    }

    @Test
    void dividesTasksWithoutTimesByTheirNames() {
        List<Boolean> sides = IntStream.range(0, 40)
                .mapToObj(number -> cases.rebuild(SCOPE, draft("[" + number + "]", "timeless " + number, null))
                        .older())
                .toList();

        assertThat(sides.stream().filter(older -> older)).hasSizeBetween(8, 32);
        assertThat(cases.older(SCOPE, "guard", "timeless 7", null)).isEqualTo(sides.get(7));
    }

    @Test
    void refusesWhatWasAskedBeforeWithAnotherAnswer() {
        cases.rebuild(SCOPE, draft("[1]", "task 1", at(1)));
        AnswerCheck allows = Samples.check(Kind.EQUALS, "/effect", "\"ALLOW\"");

        assertThatThrownBy(() -> cases.rebuild(SCOPE, draft("[1]", "task 5", at(5), allows)))
                .hasMessageContaining("another one asks the same and expects something else");
    }

    @Test
    void refusesQuestionsThatCannotBeAskedAsTheyWere() {
        assertThatThrownBy(() -> cases.rebuild(SCOPE, draft("[\"" + Samples.KEY + "\"]", "task 1", at(1))))
                .hasMessageContaining("a secret stands or stood in it")
                .hasMessageNotContaining(Samples.KEY);
        assertThatThrownBy(() -> cases.rebuild(SCOPE, draft("[\"[REDACTED:token]\"]", "task 1", at(1))))
                .hasMessageContaining("a secret stands or stood in it");
        assertThatThrownBy(() -> cases.rebuild(SCOPE, draft("[\"[deleted sha256:00]\"]", "task 1", at(1))))
                .hasMessageContaining("a text was deleted in it");
        assertThatThrownBy(() -> cases.rebuild(SCOPE, draft("[\"effect: deny\"]", "task 1", at(1))))
                .hasMessageContaining("it tells the answer that is asked for");
    }

    @Test
    void refusesLongQuestionsAndMoreThanMayBeKept(Database database) {
        SqlReplayCases small = open(database, Map.of("longest_question", 20, "most", 1));

        assertThatThrownBy(() -> small.rebuild(SCOPE, draft("[\"" + "x".repeat(20) + "\"]", "task 1", at(1))))
                .hasMessageContaining("it has 24 characters, more than 20");
        small.rebuild(SCOPE, draft("[1]", "task 1", at(1)));
        assertThatThrownBy(() -> small.rebuild(SCOPE, draft("[2]", "task 2", at(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has 1 in use");
        assertThat(small.rebuild(SCOPE, draft("[1]", "task 1", at(1))).source()).isEqualTo("c1");
    }

    @Test
    void refusesRolesThatNobodyProvidesAndOneUsersScope() {
        harness.provided = List.of();
        Scope user = new Scope(SCOPE.workspaceId(), "ann");

        assertThatThrownBy(() -> cases.rebuild(SCOPE, draft("[1]", "task 1", at(1))))
                .hasMessageContaining("no provider of it is in force");
        assertThatThrownBy(() -> cases.rebuild(user, draft("[1]", "task 1", at(1))))
                .hasMessageContaining("scope must name no user");
        assertThatThrownBy(() -> cases.older(user, "guard", "task 1", at(1)))
                .hasMessageContaining("scope must name no user");
    }

    @Test
    void keepsNoWordsOfATask(Database database) {
        cases.rebuild(SCOPE, draft("[1]", "call ada lovelace", at(1)));

        List<String> tasks =
                database.read(session -> session.select("SELECT task FROM replay_tasks", row -> row.text("task")));
        assertThat(tasks).isNotEmpty().allMatch(task -> task.matches("[0-9a-f]{64}"));
    }
}
