package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;
import static tacit.learn.evals.replay.Samples.decision;
import static tacit.learn.evals.replay.Samples.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.harness.Decision;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class SplitTest {

    private final ListDecisions log = new ListDecisions();
    private SqlReplayCases cases;

    @BeforeEach
    void open(Database database) {
        cases = Samples.cases(database, log, new NumberedHarness(), new ListAuditLog(), new MovingClock(), Map.of());
    }

    private static Decision at(int second) {
        return decision("d" + second, "[" + second + "]", NOW.plusSeconds(second));
    }

    private static Decision[] seconds(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(SplitTest::at).toArray(Decision[]::new);
    }

    private boolean older(String id) {
        return cases.add(SCOPE, draft(id)).older();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d1 d2 d3 d4 d5", "d5 d4 d3 d2 d1", "d3 d5 d1 d4 d2"})
    void dividesWhatIsRecordedInHalvesInWhateverOrderCasesAreMade(String order) {
        log.with(seconds(1, 5));

        List<String> older =
                List.of(order.split(" ")).stream().filter(this::older).sorted().toList();

        assertThat(older).containsExactly("d1", "d2", "d3");
    }

    @Test
    void movesNoneWhenTheLogGrows() {
        log.with(seconds(1, 2));
        ReplayCase first = cases.add(SCOPE, draft("d1"));
        log.with(seconds(3, 9));

        assertThat(first.older()).isTrue();
        assertThat(older("d2")).isFalse();
        assertThat(cases.find(SCOPE, first.id())).contains(first);
    }

    @Test
    void neverDividesAQuestion() {
        log.with(seconds(1, 4)).with(decision("d5", "[1]", NOW.plusSeconds(5)));
        ReplayCase early = cases.add(SCOPE, draft("d1"));
        ReplayCase again = cases.add(SCOPE, draft("d5"));
        ReplayCase otherwise = cases.add(SCOPE, draft("d5", Samples.check(Kind.OMITS, "", "x")));

        assertThat(again.id()).isNotEqualTo(early.id());
        assertThat(List.of(early, again, otherwise)).allMatch(ReplayCase::older);
    }

    @Test
    void neverDividesWhatComesFromOneSuggestion() {
        log.with(seconds(1, 4));

        assertThat(cases.add(SCOPE, draft("d4", Origin.SUGGESTION, "s1", null)).older())
                .isFalse();
        assertThat(cases.add(SCOPE, draft("d1", Origin.SUGGESTION, "s1", null)).older())
                .isFalse();
        assertThat(cases.add(SCOPE, draft("d2", Origin.SUGGESTION, "s2", null)).older())
                .isTrue();
    }

    @Test
    void dividesTheMembersOfAFamilyByTime() {
        log.with(seconds(1, 4));

        assertThat(cases.add(SCOPE, draft("d1", Origin.CLUSTER, "c1", null)).older())
                .isTrue();
        assertThat(cases.add(SCOPE, draft("d4", Origin.CLUSTER, "c1", null)).older())
                .isFalse();
    }

    @Test
    void dividesDecisionsOfOneMomentByTheirIds() {
        Instant moment = NOW;
        log.with(decision("a", "[1]", moment), decision("b", "[2]", moment));

        assertThat(older("a")).isTrue();
        assertThat(older("b")).isFalse();
    }

    @Test
    void hasASplitOfItsOwnInEachWorkspace() {
        log.with(seconds(1, 2));
        assertThat(older("d2")).isFalse();
        log.with(seconds(3, 4));

        assertThat(cases.add(Scope.ofWorkspace("other"), draft("d2")).older()).isTrue();
    }
}
