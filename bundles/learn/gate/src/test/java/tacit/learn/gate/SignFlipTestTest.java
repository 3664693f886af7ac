package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.PairedOutcome;

class SignFlipTestTest {

    /** Darwin's fifteen pairs of maize, in eighths of an inch, for which Fisher (1935) counted 863 of 32768. */
    private static final long[] MAIZE = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void countsFishersArrangementsOfDarwinsMaize() {
        assertThat(SignFlipTest.exact(MAIZE)).isCloseTo(863.0 / 32768, within(1e-12));
    }

    @Test
    void drawsWhatItWouldCount() {
        double[] changes = Arrays.stream(MAIZE).asDoubleStream().toArray();

        assertThat(SignFlipTest.drawn(changes, new SplittableRandom(1))).isCloseTo(863.0 / 32768, within(0.002));
    }

    @Test
    void neverAnswersZeroFromDraws() {
        double[] changes = new double[200];
        Arrays.fill(changes, 0.5);

        assertThat(SignFlipTest.drawn(changes, new SplittableRandom(1))).isEqualTo(1.0 / 100_000);
    }

    @Test
    void agreesWithTheSignTestWhereTrialsDoNotRepeat() {
        long[] changes = new long[30];
        Arrays.fill(changes, 0, 21, 1);
        Arrays.fill(changes, 21, 30, -1);

        assertThat(SignFlipTest.exact(changes)).isCloseTo(Statistics.signTest(21, 9), within(1e-12));
    }

    @Test
    void answersOneWhereNothingChanged() {
        List<PairedOutcome> same = List.of(new PairedOutcome("a", ArmOutcome.of(1, 2), ArmOutcome.of(2, 4)));

        assertThat(SignFlipTest.pValue(same, new SplittableRandom(1))).isEqualTo(1);
    }

    @Test
    void doesNotTakeRepeatsOfATaskForIndependentCases() {
        List<PairedOutcome> threeTasks = IntStream.range(0, 3)
                .mapToObj(i -> new PairedOutcome("task" + i, ArmOutcome.of(0, 50), ArmOutcome.of(50, 50)))
                .toList();

        assertThat(SignFlipTest.pValue(threeTasks, new SplittableRandom(1))).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void drawsWhereNoCommonDenominatorIsUsable() {
        List<PairedOutcome> outcomes = new ArrayList<>();
        int[] primes = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
        for (int prime : primes) {
            outcomes.add(new PairedOutcome("task" + prime, ArmOutcome.of(0, prime), ArmOutcome.of(1, prime)));
        }

        double pValue = SignFlipTest.pValue(outcomes, new SplittableRandom(1));

        assertThat(pValue).isCloseTo(1.0 / 4096, within(0.0002));
    }
}
