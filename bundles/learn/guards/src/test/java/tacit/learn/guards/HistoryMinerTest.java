package tacit.learn.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;

class HistoryMinerTest {

    private static final GuardCondition UNSEEN = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE);

    private final HistoryMiner miner = new HistoryMiner(new Thresholds(5, 2, 300, 1));

    @Test
    void learnsWhatFailedRunsHaveInCommon() {
        List<GuardRule> rules = miner.mine(InventedRuns.planted(30, 1));

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).condition()).isEqualTo(UNSEEN);
        assertThat(rules.get(0).effect()).isEqualTo(GuardEffect.ASK);
        assertThat(rules.get(0).sentence())
                .isEqualTo("This change uses a value that nobody wrote and no tool returned before");
    }

    @Test
    void saysWhatARuleRestsOn() {
        List<GradedHistory> runs = InventedRuns.planted(30, 1);

        GuardRule rule = miner.mine(runs).get(0);

        assertThat(rule.evidence().tasks()).isBetween(15, 30);
        assertThat(rule.evidence().runs()).isGreaterThan(rule.evidence().tasks());
        assertThat(rule.evidence().precision()).isGreaterThan(0.7);
        assertThat(rule.evidence().pValue()).isLessThan(0.01);
        assertThat(rule.evidence().mixedLift()).isNotNull().isGreaterThan(1.5);
        assertThat(rule.evidence().traceIds())
                .isSorted()
                .isSubsetOf(runs.stream()
                        .filter(GradedHistory::failed)
                        .map(GradedHistory::traceId)
                        .toList());
    }

    @Test
    void learnsTheSameInWhateverOrderRunsCome() {
        List<GradedHistory> runs = InventedRuns.planted(30, 2);
        List<GradedHistory> shuffled = new ArrayList<>(runs);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(miner.mine(shuffled)).isEqualTo(miner.mine(runs)).isNotEmpty();
    }

    @Test
    void hardlyEverLearnsFromOutcomesOfOtherTasks() {
        FiredRuns runs = FiredRuns.of(InventedRuns.planted(30, 4));
        RuleSearch search = new RuleSearch(new Thresholds(5, 2, 200, 1));
        Random random = new Random(5);
        int learned = 0;
        for (int deal = 0; deal < 60; deal++) {
            learned += search.search(runs.dealt(random)).isEmpty() ? 0 : 1;
        }

        assertThat(learned).isLessThanOrEqualTo(9);
    }

    @Test
    void countsTasksAndNotRuns() {
        List<GradedHistory> runs = new ArrayList<>();
        for (int task = 0; task < 30; task++) {
            runs.add(InventedRuns.sends("task-" + task, 0, false, task % 3 == 0));
        }
        for (int trial = 0; trial < 200; trial++) {
            runs.add(InventedRuns.sends("task-often", trial, true, true));
        }

        assertThat(miner.mine(runs)).isEmpty();
    }

    @Test
    void dropsARuleThatOnlyStandsForDifficulty() {
        List<GradedHistory> runs = difficult();
        assertThat(miner.mine(runs)).extracting(GuardRule::condition).contains(UNSEEN);
        for (int task = 0; task < 4; task++) {
            runs.add(InventedRuns.sends("mixed-" + task, 0, true, false));
            runs.add(InventedRuns.sends("mixed-" + task, 1, false, true));
        }

        assertThat(miner.mine(runs)).isEmpty();
    }

    @Test
    void learnsThatACallIsMissing() {
        List<GradedHistory> runs = new ArrayList<>();
        for (int task = 0; task < 40; task++) {
            boolean weighed = task % 2 == 0;
            runs.add(InventedRuns.weighs("task-" + task, weighed, !weighed || task % 10 == 0));
        }

        assertThat(miner.mine(runs))
                .extracting(GuardRule::condition)
                .containsExactly(GuardCondition.missing("get_weight", ToolRole.WRITE, "send_parcel"));
    }

    @Test
    void learnsNothingWhereAllRunsEndAlike() {
        List<GradedHistory> runs = new ArrayList<>();
        for (int task = 0; task < 30; task++) {
            runs.add(InventedRuns.sends("task-" + task, 0, task % 2 == 0, true));
        }

        assertThat(miner.mine(runs)).isEmpty();
        assertThat(miner.mine(List.of())).isEmpty();
    }

    @Test
    void learnsNothingFromFewTasks() {
        List<GradedHistory> runs = new ArrayList<>();
        for (int task = 0; task < 4; task++) {
            runs.add(InventedRuns.sends("bad-" + task, 0, true, true));
            runs.add(InventedRuns.sends("good-" + task, 0, false, false));
        }

        assertThat(miner.mine(runs)).isEmpty();
    }

    @Test
    void refusesARunThatIsGivenTwice() {
        GradedHistory run = InventedRuns.sends("task", 0, true, true);

        assertThatThrownBy(() -> miner.mine(List.of(run, run)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("histories must hold each trace once, got 'task/0' twice");
    }

    @Test
    void looksAtSomeTasksAlone() {
        FiredRuns runs = FiredRuns.of(InventedRuns.planted(10, 6));

        assertThat(runs.part(task -> task.equals("task-3")).taskKeys()).containsExactly("task-3");
        assertThat(runs.taskKeys()).hasSize(10);
    }

    @Test
    void refusesThresholdsThatMeanNothing() {
        assertThatThrownBy(() -> new Thresholds(1, 2, 300, 1)).hasMessage("tasks must be at least 2, got 1");
        assertThatThrownBy(() -> new Thresholds(5, 1, 300, 1)).hasMessage("odds must be in (1, 1000), got 1.0");
        assertThatThrownBy(() -> new Thresholds(5, 2, 9, 1)).hasMessage("permutations must be in [100, 100000], got 9");
    }

    /** Hard tasks in which a value comes from nowhere, and easy ones in which none does; no task has both outcomes. */
    private static List<GradedHistory> difficult() {
        List<GradedHistory> runs = new ArrayList<>();
        for (int task = 0; task < 12; task++) {
            runs.add(InventedRuns.sends("hard-" + task, 0, true, true));
            runs.add(InventedRuns.sends("easy-" + task, 0, false, false));
        }
        return runs;
    }
}
