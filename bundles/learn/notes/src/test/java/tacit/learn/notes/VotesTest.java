package tacit.learn.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.learn.notes.TaskVote.Counts;

class VotesTest {

    @Test
    void countsHowManyWouldBeGoodByChance() {
        // Fisher's tea: four of eight cups
        double[] chances = Hypergeometric.of(8, 4, 4);

        assertThat(chances[4]).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(chances[3]).isCloseTo(16 / 70.0, within(1e-12));
        assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(Hypergeometric.of(900, 300, 500)).sum()).isCloseTo(1, within(1e-9));
        assertThat(Hypergeometric.of(5, 4, 3)[0]).isZero();
    }

    @Test
    void addsUpIndependentNumbers() {
        assertThat(Hypergeometric.sum(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}))
                .containsExactly(0.25, 0.5, 0.25);
    }

    @Test
    void votesForWhatSuccessfulRunsKnewMoreOften() {
        TaskVote vote = TaskVote.of(List.of(new Counts(2, 2, 2, 0)));

        assertThat(vote.vote()).isEqualTo(1);
        assertThat(vote.forIt()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(vote.againstIt()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(vote.counts().difference()).isEqualTo(1);
        assertThat(TaskVote.of(List.of(new Counts(2, 1, 2, 1))).vote()).isZero();
        assertThat(TaskVote.of(List.of(new Counts(2, 0, 2, 2))).vote()).isEqualTo(-1);
    }

    @Test
    void comparesWithinEachArmOfATask() {
        // The arm that knew it more often also succeeds more often: no difference within either
        TaskVote vote = TaskVote.of(List.of(new Counts(6, 3, 2, 1), new Counts(2, 1, 6, 3)));

        assertThat(vote.vote()).isZero();
    }

    @Test
    void tellsWhetherCountsSayAnything() {
        assertThat(new Counts(1, 1, 1, 0).tells()).isTrue();
        assertThat(new Counts(1, 1, 1, 1).tells()).isFalse();
        assertThat(new Counts(1, 0, 1, 0).tells()).isFalse();
        assertThat(new Counts(2, 1, 0, 0).tells()).isFalse();
    }

    @Test
    void isTheSignTestWhereEachTaskHasTwoRuns() {
        TaskVote forIt = TaskVote.of(List.of(new Counts(1, 1, 1, 0)));
        TaskVote against = TaskVote.of(List.of(new Counts(1, 0, 1, 1)));

        Votes votes = Votes.of(List.of(forIt, forIt, forIt, forIt, against));

        assertThat(votes.forIt()).isEqualTo(4);
        assertThat(votes.againstIt()).isEqualTo(1);
        assertThat(votes.pValue()).isCloseTo(6 / 32.0, within(1e-12));
        assertThat(votes.leastP()).isCloseTo(1 / 32.0, within(1e-12));
        assertThat(votes.difference()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void reachesItsLeastValueWhenAllTasksSpeakForIt() {
        List<TaskVote> tasks = Collections.nCopies(7, TaskVote.of(List.of(new Counts(2, 2, 2, 0))));

        Votes votes = Votes.of(tasks);

        assertThat(votes.pValue()).isCloseTo(votes.leastP(), within(1e-15));
        assertThat(votes.leastP()).isCloseTo(Math.pow(6, -7), within(1e-15));
    }

    @Test
    void isCertainWhereNothingSpeaksForIt() {
        assertThat(Votes.of(List.of(TaskVote.of(List.of(new Counts(2, 0, 2, 2)))))
                        .pValue())
                .isCloseTo(1, within(1e-12));
    }
}
