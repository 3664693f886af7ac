package tacit.learn.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tacit.learn.notes.InventedRuns.PLANTED;
import static tacit.learn.notes.InventedRuns.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FactMinerTest {

    private static final Map<Fact, Seen> KNEW = Map.of(PLANTED, new Seen(Seen.Source.RETRIEVAL, 1));
    private final FactMiner miner = new FactMiner(Thresholds.USUAL);

    /** Two runs of each task: the one that met it succeeded. */
    private static List<FactRun> pairs(int tasks) {
        List<FactRun> runs = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            runs.add(run(task, 0, false, KNEW));
            runs.add(run(task, 1, true, Map.of()));
        }
        return runs;
    }

    @Test
    void findsWhatSuccessfulRunsKnewWithItsExactFigures() {
        FactMiner.Result result = miner.mine(pairs(8));

        assertThat(result.tasks()).isEqualTo(8);
        assertThat(result.tested()).isEqualTo(1);
        assertThat(result.found()).singleElement().satisfies(found -> {
            assertThat(found.facts()).containsExactly(PLANTED);
            assertThat(found.source()).isEqualTo(Seen.Source.RETRIEVAL);
            assertThat(found.tasksFor()).isEqualTo(8);
            assertThat(found.tasksAgainst()).isZero();
            assertThat(found.counts()).isEqualTo(new FoundFact.Runs(8, 8, 8, 0));
            assertThat(found.pValue()).isCloseTo(Math.pow(0.5, 8), within(1e-12));
            assertThat(found.adjusted()).isCloseTo(Math.pow(0.5, 8), within(1e-12));
            assertThat(found.knew()).hasSize(8).allMatch(id -> id.endsWith("-0"));
            assertThat(found.lacked()).hasSize(8).allMatch(id -> id.endsWith("-1"));
        });
    }

    @Test
    void findsThePlantedFactAmongMany() {
        List<FoundFact> found = miner.mine(InventedRuns.planted(40, 1)).found();

        assertThat(found).singleElement().satisfies(one -> assertThat(one.facts())
                .containsExactly(PLANTED));
        assertThat(found.get(0).adjusted())
                .isLessThan(0.01)
                .isGreaterThan(found.get(0).pValue());
    }

    @Test
    void findsNextToNothingWhenTheEndsAreDealtAnew() {
        FactMiner lax = new FactMiner(new Thresholds(0.05, 2, 0, true));
        List<FactRun> runs = InventedRuns.planted(40, 1);

        long wrong = LongStream.range(0, 200)
                .filter(seed ->
                        !lax.mine(InventedRuns.dealt(runs, seed)).found().isEmpty())
                .count();
        long strict = LongStream.range(0, 200)
                .filter(seed ->
                        !miner.mine(InventedRuns.dealt(runs, seed)).found().isEmpty())
                .count();

        assertThat(wrong).isLessThanOrEqualTo(10);
        assertThat(strict).isLessThanOrEqualTo(2);
    }

    @Test
    void isNotMisledByTasksThatAreEasierForAll() {
        FactMiner lax = new FactMiner(new Thresholds(0.05, 2, 0, true));
        List<FactRun> example = InventedRuns.confounded(200, 1);
        assertThat(shareThatKnew(example, false)).isGreaterThan(shareThatKnew(example, true) + 0.2);

        long wrong = LongStream.range(0, 100)
                .filter(seed ->
                        !lax.mine(InventedRuns.confounded(200, seed)).found().isEmpty())
                .count();

        assertThat(wrong).isLessThanOrEqualTo(5);
    }

    private static double shareThatKnew(List<FactRun> runs, boolean failed) {
        List<FactRun> ended =
                runs.stream().filter(run -> run.failed() == failed).toList();
        return (double) ended.stream().filter(run -> run.knew(PLANTED, 5)).count() / ended.size();
    }

    @Test
    void givesATaskOneVoteHoweverManyRunsItHas() {
        List<FactRun> runs = new ArrayList<>();
        for (int trial = 0; trial < 200; trial++) {
            runs.add(run(0, trial, trial % 2 == 1, trial % 2 == 0 ? KNEW : Map.of()));
        }

        assertThat(new FactMiner(new Thresholds(0.5, 2, 0, true)).mine(runs).found())
                .isEmpty();
    }

    @Test
    void wantsEnoughTasks() {
        assertThat(new FactMiner(new Thresholds(0.05, 5, 0.2, true))
                        .mine(pairs(4))
                        .found())
                .isEmpty();
        assertThat(new FactMiner(new Thresholds(0.05, 5, 0.2, true))
                        .mine(pairs(5))
                        .found())
                .hasSize(1);
    }

    @Test
    void doesNotFindWhatFailedRunsKnew() {
        List<FactRun> turned =
                pairs(20).stream().map(run -> run.ended(!run.failed())).toList();

        assertThat(miner.mine(turned).found()).isEmpty();
    }

    @Test
    void tellsNoAnswerOfATask() {
        List<FactRun> runs = new ArrayList<>();
        for (FactRun run : pairs(20)) {
            Set<Fact> answered = new HashSet<>(run.failed() ? Set.of() : Set.of(PLANTED));
            runs.add(new FactRun(
                    run.traceId(), run.taskKey(), run.arm(), run.failed(), run.acts(), run.facts(), answered));
        }

        assertThat(miner.mine(runs).found()).isEmpty();
    }

    @Test
    void comparesRunsOfOneArmOnly() {
        List<FactRun> runs = pairs(20).stream()
                .map(run -> new FactRun(
                        run.traceId(),
                        run.taskKey(),
                        run.failed() ? "old" : "new",
                        run.failed(),
                        run.acts(),
                        run.facts(),
                        Set.of()))
                .toList();

        assertThat(miner.mine(runs).tasks()).isZero();
        assertThat(miner.mine(runs).found()).isEmpty();
    }

    @Test
    void comparesRunsAtTheSameLength() {
        Map<Fact, Seen> late = Map.of(PLANTED, new Seen(Seen.Source.TOOL, 8));
        List<FactRun> runs = new ArrayList<>();
        for (int task = 0; task < 20; task++) {
            runs.add(new FactRun("a" + task, "task " + task, "", false, 10, late, Set.of()));
            runs.add(new FactRun("b" + task, "task " + task, "", true, 5, Map.of(), Set.of()));
        }

        assertThat(miner.mine(runs).found()).isEmpty();
        assertThat(new FactMiner(new Thresholds(0.01, 5, 0.2, false)).mine(runs).found())
                .hasSize(1);
    }

    @Test
    void leavesOutWhatWasMetTooLateToBeUsed() {
        Map<Fact, Seen> last = Map.of(PLANTED, new Seen(Seen.Source.TOOL, 5));
        List<FactRun> runs = new ArrayList<>();
        for (int task = 0; task < 20; task++) {
            runs.add(run(task, 0, false, last));
            runs.add(run(task, 1, true, Map.of()));
        }

        assertThat(new FactMiner(new Thresholds(0.01, 5, 0.2, false)).mine(runs).found())
                .isEmpty();
    }

    @Test
    void countsFactsThatNothingTellsApartAsOne() {
        Fact other = new Fact(Fact.Kind.SCHEMA, "freight_rate");
        Map<Fact, Seen> both =
                Map.of(PLANTED, new Seen(Seen.Source.RETRIEVAL, 1), other, new Seen(Seen.Source.RETRIEVAL, 1));
        List<FactRun> runs = new ArrayList<>();
        for (int task = 0; task < 10; task++) {
            runs.add(run(task, 0, false, both));
            runs.add(run(task, 1, true, Map.of()));
        }

        FactMiner.Result result = miner.mine(runs);

        assertThat(result.tested()).isEqualTo(1);
        assertThat(result.found().get(0).facts()).containsExactly(PLANTED, other);
    }

    @Test
    void answersTheSameInAnyOrder() {
        List<FactRun> runs = InventedRuns.planted(40, 3);
        List<FactRun> reversed = new ArrayList<>(runs);
        Collections.reverse(reversed);

        assertThat(miner.mine(reversed)).isEqualTo(miner.mine(runs));
    }
}
