package tacit.bench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PairwiseFitTest {

    /** The second feature tells what answers, the first only seems to. */
    private static List<Example> examples() {
        Random random = new Random(3);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double[] right = {random.nextDouble(), 1};
            double[] wrong = {random.nextDouble(), 0};
            examples.add(new Example("q" + i, List.of(wrong, right), List.of(false, true)));
        }
        return examples;
    }

    @Test
    void learnsWhatTellsAnAnswer() {
        double[] weights = new PairwiseFit(new double[] {1, 0}, 0, 1).fit(examples());

        assertThat(weights[1]).isGreaterThan(0.5);
        assertThat(examples()).allSatisfy(one -> assertThat(
                        PairwiseFit.score(weights, one.rows().get(1)))
                .isGreaterThan(PairwiseFit.score(weights, one.rows().get(0))));
    }

    @Test
    void staysNearTheWeightsBefore() {
        double[] free = new PairwiseFit(new double[] {1, 0}, 0, 1).fit(examples());
        double[] held = new PairwiseFit(new double[] {1, 0}, 10, 1).fit(examples());

        assertThat(Math.abs(held[1])).isLessThan(Math.abs(free[1]));
    }

    @Test
    void learnsTheSameFromTheSame() {
        assertThat(new PairwiseFit(new double[] {0, 0}, 0.1, 5).fit(examples()))
                .isEqualTo(new PairwiseFit(new double[] {0, 0}, 0.1, 5).fit(examples()));
    }

    @Test
    void keepsTheWeightsWhenThereIsNothingToLearn() {
        assertThat(new PairwiseFit(new double[] {1, 2}, 0.1, 5).fit(List.of())).containsExactly(1, 2);
    }

    @Test
    void refusesANegativeHold() {
        assertThatThrownBy(() -> new PairwiseFit(new double[1], -1, 1)).hasMessageContaining("hold must be at least 0");
    }
}
