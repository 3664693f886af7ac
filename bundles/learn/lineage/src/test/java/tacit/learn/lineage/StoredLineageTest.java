package tacit.learn.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.lineage.ListExperiments.experiment;
import static tacit.learn.lineage.Rig.SCOPE;
import static tacit.learn.lineage.Rig.failureId;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.experiment.Lineage.Question;
import tacit.api.experiment.Lineage.View;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredLineageTest {

    private static final String RULE_ID =
            GuardRule.idOf(GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE), GuardEffect.ASK);

    private Rig rig;
    private FailureCluster family;
    private String evalCase = "";
    private String replayCase = "";

    @BeforeEach
    void wholeChain(Database database) {
        rig = new Rig(database);
        family = rig.fail(null, "t1", "t2");
        evalCase = rig.evals.ofCluster(SCOPE, family.id()).orElseThrow().id();
        replayCase = rig.replay("d1", Origin.CLUSTER, family.id()).id();
        rig.generations.add(null);
        rig.generations.add("x1", Rig.RULE);
        rig.experiments.all.add(experiment("x1", family.id(), List.of("t1"), 2L));
        rig.asked("x1", replayCase);
    }

    private View of(String id) {
        return of(SCOPE, Question.of(id, 20));
    }

    private View of(Scope scope, Question question) {
        return rig.lineage().of(scope, question).orElseThrow();
    }

    private static List<String> ids(View view, Kind kind) {
        return view.levels().stream()
                .filter(level -> level.kind() == kind)
                .flatMap(level -> level.nodes().stream())
                .map(Node::id)
                .toList();
    }

    private static List<String> missing(View view) {
        return view.levels().stream().flatMap(level -> level.missing().stream()).toList();
    }

    @Test
    void leadsFromATraceToTheRuleThatCameOfIt() {
        View view = of("t1");

        assertThat(view.start().kind()).isEqualTo(Kind.TRACE);
        assertThat(view.start().title()).isEqualTo("Run of clerk, task task-t1, under generation 1");
        assertThat(view.levels())
                .extracting(Level::kind)
                .containsExactly(
                        Kind.FAILURE,
                        Kind.CLUSTER,
                        Kind.EVAL_CASE,
                        Kind.REPLAY_CASE,
                        Kind.EXPERIMENT,
                        Kind.VERDICT,
                        Kind.GENERATION,
                        Kind.GUARD_RULE);
        assertThat(view.levels()).allMatch(level -> !level.before());
        assertThat(ids(view, Kind.FAILURE)).containsExactly(failureId("t1"));
        assertThat(ids(view, Kind.CLUSTER)).containsExactly(family.id());
        assertThat(ids(view, Kind.EVAL_CASE)).containsExactly(evalCase);
        assertThat(ids(view, Kind.REPLAY_CASE)).containsExactly(replayCase);
        assertThat(ids(view, Kind.EXPERIMENT)).containsExactly("x1");
        assertThat(ids(view, Kind.GENERATION)).containsExactly("2");
        assertThat(ids(view, Kind.GUARD_RULE)).containsExactly(RULE_ID);
        assertThat(missing(view)).isEmpty();
    }

    @Test
    void leadsFromARuleBackToTheTracesBehindIt() {
        View view = of(RULE_ID);

        assertThat(view.start().title()).isEqualTo("Nobody wrote this value");
        assertThat(view.levels()).allMatch(Level::before);
        assertThat(ids(view, Kind.GENERATION)).containsExactly("2");
        assertThat(ids(view, Kind.VERDICT)).containsExactly("x1");
        assertThat(ids(view, Kind.REPLAY_CASE)).containsExactly(replayCase);
        assertThat(ids(view, Kind.EVAL_CASE)).containsExactly(evalCase);
        assertThat(ids(view, Kind.CLUSTER)).containsExactly(family.id());
        assertThat(ids(view, Kind.FAILURE)).containsExactly(failureId("t1"), failureId("t2"));
        assertThat(ids(view, Kind.TRACE)).containsExactlyInAnyOrder("t1", "t2");
    }

    @Test
    void findsTheSameChainFromEachOfItsThings() {
        for (String id : List.of(failureId("t1"), family.id(), evalCase, replayCase, "x1", "2")) {
            View view = of(id);

            assertThat(view.levels()).as(id).extracting(Level::kind).isSorted();
            assertThat(ids(view, Kind.GUARD_RULE)).as(id).containsExactly(RULE_ID);
            assertThat(ids(view, Kind.TRACE)).as(id).contains("t1");
            assertThat(view.levels())
                    .as(id)
                    .allMatch(level -> level.before()
                            == level.kind().compareTo(view.start().kind()) < 0);
        }
    }

    @Test
    void namesWhatIsMissingAndGuessesNothing() {
        rig.experiments.all.clear();
        rig.experiments.all.add(experiment("x2", null, List.of("t1", "gone"), null));

        View view = of("x2");

        assertThat(missing(view))
                .containsExactly(
                        "Experiment 'x2' rests on 'gone', which is no trace here",
                        "Experiment 'x2' names no family of failures",
                        "No run of a case by experiment 'x2' is kept",
                        "Experiment 'x2' has no verdict, it is proposed",
                        "Experiment 'x2' made no generation, it is proposed");
        assertThat(ids(view, Kind.TRACE)).containsExactly("t1");
        assertThat(missing(of("2"))).contains("Generation 2 was made by an experiment that is not in this workspace");
        assertThat(missing(of("1"))).contains("Generation 1 was made by no experiment");
    }

    @Test
    void saysWhereACaseOfADecisionComesFrom() {
        String made = rig.replay("d2", Origin.OPERATOR, "d2").id();

        assertThat(missing(of(made)))
                .contains("Case '" + made + "' was made from the decision 'd2', which names no trace")
                .contains("No run of case '" + made + "' by an experiment is kept");
    }

    @Test
    void showsALevelInParts() {
        IntStream.range(0, 7).forEach(i -> rig.fail(null, "more" + i));
        View first = of(SCOPE, new Question(family.id(), null, 4, null, 0));
        View second = of(SCOPE, new Question(family.id(), null, 4, Kind.FAILURE, 4));
        View last = of(SCOPE, new Question(family.id(), null, 4, Kind.FAILURE, 8));

        assertThat(level(first).links()).isEqualTo(9);
        assertThat(level(second).offset()).isEqualTo(4);
        assertThat(List.of(level(first), level(second), level(last)).stream()
                        .flatMap(level -> level.nodes().stream())
                        .map(Node::id))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(ids(last, Kind.TRACE)).hasSize(1);
    }

    private static Level level(View view) {
        return view.levels().stream()
                .filter(level -> level.kind() == Kind.FAILURE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsNothingOfAnotherWorkspaceOrUser() {
        rig.fail("ann", "a1");
        Scope bob = new Scope("w1", "bob");

        assertThat(rig.lineage().of(Scope.ofWorkspace("w2"), Question.of("t1", 20)))
                .isEmpty();
        assertThat(rig.lineage().of(Scope.ofWorkspace("w2"), Question.of("x1", 20)))
                .isEmpty();
        assertThat(rig.lineage().of(bob, Question.of("a1", 20))).isEmpty();
        assertThat(rig.lineage().of(bob, Question.of(failureId("a1"), 20))).isEmpty();
        assertThat(rig.lineage().of(bob, Question.of("x1", 20))).isEmpty();
        assertThat(rig.lineage().of(bob, Question.of("2", 20))).isEmpty();
        assertThat(rig.lineage().of(bob, Question.of(RULE_ID, 20))).isEmpty();
    }

    @Test
    void showsOneUserOnlyTheirOwnEvidence() {
        rig.fail("ann", "a1", "a2");
        rig.fail("bob", "b1");

        View view = of(new Scope("w1", "ann"), Question.of(family.id(), 20));

        assertThat(ids(view, Kind.FAILURE)).containsExactlyInAnyOrder(failureId("a1"), failureId("a2"));
        assertThat(ids(view, Kind.TRACE)).containsExactlyInAnyOrder("a1", "a2");
        assertThat(view.levels()).extracting(Level::kind).containsExactly(Kind.TRACE, Kind.FAILURE, Kind.EVAL_CASE);
        assertThat(missing(view))
                .containsExactly("What follows is of the whole workspace and is not shown to one user");
    }

    @Test
    void takesAGenerationLastUnlessItsKindIsGiven() {
        rig.fail(null, "2");

        assertThat(of("2").start().kind()).isEqualTo(Kind.TRACE);
        assertThat(of(SCOPE, new Question("2", Kind.GENERATION, 20, null, 0))
                        .start()
                        .kind())
                .isEqualTo(Kind.GENERATION);
        assertThat(of(SCOPE, new Question("x1", Kind.VERDICT, 20, null, 0))
                        .start()
                        .kind())
                .isEqualTo(Kind.EXPERIMENT);
        assertThat(rig.lineage().of(SCOPE, new Question("x1", Kind.TRACE, 20, null, 0)))
                .isEmpty();
    }

    @Test
    void saysWhenOnlyTheNewestExperimentsWereLookedThrough() {
        IntStream.range(0, ExperimentEdges.MOST)
                .forEach(i -> rig.experiments.all.add(0, experiment("y" + i, null, List.of(), null)));

        View view = of(family.id());

        assertThat(missing(view))
                .contains("No experiment is against family '" + family.id() + "'")
                .contains("Only the newest 1000 of 1001 experiments were looked through");
        assertThat(ids(view, Kind.EXPERIMENT)).containsExactly("x1");
    }

    @Test
    void boundsWhatIsMissing() {
        List<String> lost = IntStream.range(0, 50).mapToObj(i -> "lost" + i).toList();
        rig.experiments.all.add(experiment("x3", family.id(), lost, null));

        assertThat(missing(of(SCOPE, Question.of("x3", 100))))
                .filteredOn(one -> one.contains("lost"))
                .hasSize(Walk.MOST_MISSING);
        assertThat(missing(of(SCOPE, Question.of("x3", 100)))).contains("And 30 more links are missing");
    }

    @Test
    void refusesQuestionsThatMeanNothing() {
        assertThatThrownBy(() -> Question.of("t1", 101)).hasMessageContaining("limit must be in [1, 100], got 101");
        assertThatThrownBy(() -> new Question("t1", null, 10, null, 5)).hasMessageContaining("without a level");
        assertThat(rig.lineage().of(SCOPE, Question.of("nothing", 20))).isEmpty();
    }
}
