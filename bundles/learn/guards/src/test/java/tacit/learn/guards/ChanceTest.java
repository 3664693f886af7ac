package tacit.learn.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final Thresholds OFTEN = new Thresholds(2, 2, 20_000, 3);

    @Test
    void knowsTheExactChanceWhereItCanBeCounted() {
        List<List<FiredRun>> tasks = tasks(10, 4, 4);

        Chance chance = chance(tasks);

        // 4 of 10 tasks failed and the condition held in just these: 1 of 210 ways to choose 4 tasks
        assertThat(chance.pValue(Support.of(0, tasks))).isCloseTo(1.0 / 210, Offset.offset(0.002));
        assertThat(chance.together()).isCloseTo(1.0 / 210, Offset.offset(0.002));
    }

    @Test
    void isCertainOfWhatSaysNothing() {
        List<List<FiredRun>> tasks = tasks(10, 0, 4);

        assertThat(chance(tasks).pValue(Support.of(0, tasks))).isEqualTo(1.0);
    }

    @Test
    void acceptsNoneWhereAllAreLikelyByChance() {
        assertThat(chance(tasks(10, 0, 4)).bound(0.1)).isNegative();
        assertThat(chance(tasks(10, 4, 4)).bound(0.1)).isBetween(0.0, 0.01);
        assertThat(Chance.of(List.of(), new boolean[0][], 0.5, OFTEN).bound(0.1))
                .isNegative();
    }

    @Test
    void keepsOutcomesOfATaskTogetherWhenTheyAreDealt() {
        boolean[][] outcomes = {{true, true, true}, {false, false, false}, {true, false, false}};

        for (int seed = 0; seed < 20; seed++) {
            boolean[][] dealt = Deal.of(outcomes, new Random(seed));

            assertThat(Arrays.stream(dealt).map(ChanceTest::failed)).containsExactlyInAnyOrder(3, 0, 1);
        }
    }

    @Test
    void leavesTheOutcomesAsTheyWere() {
        boolean[][] outcomes = {{true, false}, {false, false}, {true, true}};

        Deal.of(outcomes, new Random(1));

        assertThat(outcomes).isDeepEqualTo(new boolean[][] {{true, false}, {false, false}, {true, true}});
    }

    @Test
    void dealsToTasksWithMoreRunsThanTheOthersHave() {
        boolean[][] dealt = Deal.of(new boolean[][] {{true}, {false, false, false}}, new Random(2));

        assertThat(dealt[0]).hasSize(1);
        assertThat(dealt[1]).hasSize(3);
    }

    @Test
    void drawsFewTasksToWhatIsUsual() {
        Share one = Share.NONE.plus(1);
        Share many = new Share(40, 40);

        assertThat(one.mean()).isEqualTo(1);
        assertThat(one.odds(0.5)).isCloseTo(2, Offset.offset(1e-9));
        assertThat(many.odds(0.5)).isCloseTo(41, Offset.offset(1e-9));
        assertThat(Share.NONE.mean()).isZero();
        assertThat(Share.odds(1, 2)).isInfinite();
    }

    private static int failed(boolean[] outcomes) {
        int failed = 0;
        for (boolean outcome : outcomes) {
            failed += outcome ? 1 : 0;
        }
        return failed;
    }

    private static Chance chance(List<List<FiredRun>> tasks) {
        boolean[][] outcomes =
                tasks.stream().map(runs -> new boolean[] {runs.get(0).failed()}).toArray(boolean[][]::new);
        Support support = Support.of(0, tasks);
        return Chance.of(List.of(support), outcomes, 0.4, OFTEN);
    }

    /** Tasks of one run each: the first ones failed, and the condition held in as many from there or from the end. */
    private static List<List<FiredRun>> tasks(int all, int failedAndHeld, int held) {
        List<List<FiredRun>> tasks = new ArrayList<>();
        for (int task = 0; task < all; task++) {
            BitSet fired = new BitSet();
            fired.set(0, failedAndHeld > 0 ? task < held : task >= all - held);
            tasks.add(List.of(new FiredRun("run-" + task, task < 4, fired, fired)));
        }
        return tasks;
    }
}
