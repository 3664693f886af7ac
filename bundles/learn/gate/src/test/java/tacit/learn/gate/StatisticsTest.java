package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    @ParameterizedTest
    @CsvSource({
        // successes, trials, p, P(X >= successes): tables of the binomial distribution
        "8, 10, 0.5, 0.0546875",
        "9, 10, 0.5, 0.0107421875",
        "0, 10, 0.5, 1",
        "3, 10, 0.1, 0.0701908264",
        "11, 10, 0.5, 0",
        // Mendel's peas, 682 of 925 purple at 3:1, and its complement
        "682, 925, 0.75, 0.8240891224",
        "243, 925, 0.25, 0.1960092667",
    })
    void answersTheExactBinomialTail(long successes, long trials, double p, double expected) {
        assertThat(Statistics.binomialTail(successes, trials, p)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void keepsPrecisionFarOutInTheTail() {
        assertThat(Statistics.binomialTail(645, 645, 0.5))
                .isCloseTo(Math.pow(0.5, 645), Percentage.withPercentage(1e-6));
        assertThat(Statistics.binomialTail(1, 2000, 0.5)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0, 0", "1, 0.0, 0", "1, 1.0, 1"})
    void answersCertaintiesAtTheEndsOfTheScale(long successes, double p, double expected) {
        double least = successes == 0 ? 1 : expected;

        assertThat(Statistics.binomialTail(successes, 5, p)).isEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({
        // Seven of seven is the first that a test at 0.01 calls significant
        "7, 0, 0.0078125",
        "6, 0, 0.015625",
        "0, 0, 1",
        // McNemar's exact test on the approval ratings of Agresti (1990), 150 against 86, one-sided
        "150, 86, 0.0000185797",
        // Fagerland, Lydersen and Laake (2013), 7 against 1: half of the two-sided 0.0703; its mid-p half is 0.0195
        "7, 1, 0.03515625",
        "1, 7, 0.99609375",
    })
    void answersTheSignTest(long better, long worse, double expected) {
        assertThat(Statistics.signTest(better, worse)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        // Clopper and Pearson: no event in ten gives 1 - 0.05^(1/10)
        "0, 10, 0.258865",
        "1, 10, 0.394163",
        "5, 10, 0.777559",
        "10, 10, 1",
        "0, 0, 1",
    })
    void answersTheUpperBoundOfClopperAndPearson(long successes, long trials, double expected) {
        assertThat(Statistics.upperBound(successes, trials, 0.95)).isCloseTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        // Newcombe (1998), Table I: the upper ends of two-sided 95 % intervals by Clopper and Pearson
        "81, 263, 0.3676",
        "15, 148, 0.1617",
        "0, 20, 0.1684",
        "1, 29, 0.1776",
    })
    void answersThePublishedIntervalsOfClopperAndPearson(long successes, long trials, double expected) {
        assertThat(Statistics.upperBound(successes, trials, 0.975)).isCloseTo(expected, within(5e-5));
    }

    @Test
    void answersArbuthnotsChance() {
        // More boys than girls were christened in London in each of 82 years (Arbuthnot 1710): one in 2^82
        assertThat(Statistics.signTest(82, 0)).isCloseTo(Math.pow(2, -82), Percentage.withPercentage(1e-9));
    }

    @Test
    void rejectsAsHolmDoesWhereOthersRejectMore() {
        // The fifteen of Benjamini and Hochberg (1995): three can be rejected at 0.05 with the error of the family kept
        double[] adjusted = Statistics.holm(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1);

        assertThat(Arrays.copyOf(adjusted, 5))
                .containsExactly(new double[] {0.0015, 0.0056, 0.0247, 0.114, 0.2211}, within(1e-12));
        assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05)).hasSize(3);
    }

    @Test
    void adjustsRivalsAsHolmDoes() {
        assertThat(Statistics.holm(0.01, 0.02, 0.03, 0.04, 0.05))
                .containsExactly(new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, within(1e-12));
        assertThat(Statistics.holm(0.04, 0.001)).containsExactly(new double[] {0.04, 0.002}, within(1e-12));
        assertThat(Statistics.holm(0.6, 0.9)).containsExactly(1, 1);
        assertThat(Statistics.holm()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.8, 0.8416212336", "0.975, 1.9599639845", "0.99, 2.3263478740", "0.01, -2.3263478740"})
    void answersTheNormalQuantile(double p, double expected) {
        assertThat(Statistics.normalQuantile(p)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void answersTheSampleSizeOfMcNemarsTest() {
        // 20 % fixed, 10 % broken at one-sided 0.025: (1.96 * sqrt(0.3) + 0.8416 * sqrt(0.29))^2 / 0.01
        assertThat(Statistics.pairsNeeded(0.1, 0.3, 0.025)).isCloseTo(233.09, within(0.01));
    }

    @Test
    void findsAnEffectFourTimesInFiveAtTheSampleSize() {
        SplittableRandom random = new SplittableRandom(7);
        int pairs = (int) Math.ceil(Statistics.pairsNeeded(0.1, 0.3, 0.01));
        int found = 0;

        for (int run = 0; run < 2000; run++) {
            int better = 0;
            int worse = 0;
            for (int i = 0; i < pairs; i++) {
                double draw = random.nextDouble();
                better += draw < 0.2 ? 1 : 0;
                worse += draw >= 0.9 ? 1 : 0;
            }
            found += Statistics.signTest(better, worse) <= 0.01 ? 1 : 0;
        }

        assertThat(found / 2000.0).isBetween(0.76, 0.84);
    }

    @Test
    void answersTheSampleSizeOfTheBinomialTest() {
        // 30 % against a limit of 15 %: (2.3263 * sqrt(0.1275) + 0.8416 * sqrt(0.21))^2 / 0.0225
        assertThat(Statistics.trialsNeeded(0.15, 0.3, 0.01)).isCloseTo(65.76, within(0.01));
    }
}
