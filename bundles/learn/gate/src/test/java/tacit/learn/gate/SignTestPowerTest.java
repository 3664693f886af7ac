package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestPowerTest {

    @Test
    void answersThePublishedPowerOfMcNemarsExactTest() {
        // O'Brien (2002), 32 % against 8 % of 50 pairs, one-sided at 0.05: 0.839
        assertThat(new SignTestPower(50, 0.05).chance(0.32, 0.08)).isCloseTo(0.839, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        // Of ten that all change, eight are needed at 0.06 and nine at 0.05: tables of the binomial distribution
        "10, 0.8, 0.2, 0.06, 0.6777995264",
        "10, 0.8, 0.2, 0.05, 0.3758096384",
        "10, 0.5, 0.5, 0.06, 0.0546875",
        // Seven of seven is the first that a test at 0.01 calls significant
        "6, 1, 0, 0.01, 0",
        "7, 1, 0, 0.01, 1",
        "7, 0.5, 0, 0.01, 0.0078125",
        "0, 0.5, 0.1, 0.01, 0",
        "100, 0, 0, 0.01, 0",
        "100, 0, 0.5, 0.01, 0",
    })
    void answersTheChanceOfTheSignTest(int cases, double fixed, double broken, double alpha, double expected) {
        assertThat(new SignTestPower(cases, alpha).chance(fixed, broken)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"40, 0.3, 0.1", "200, 0.15, 0.05", "500, 0.12, 0.12"})
    void agreesWithTheSumOverAllResults(int cases, double fixed, double broken) {
        double sum = 0;
        for (int changes = 0; changes <= cases; changes++) {
            int needed = 0;
            while (needed <= changes && Statistics.signTest(needed, changes - needed) > 0.01) {
                needed++;
            }
            double chance = Statistics.binomialTail(changes, cases, fixed + broken)
                    - Statistics.binomialTail(changes + 1, cases, fixed + broken);
            sum += chance * Statistics.binomialTail(needed, changes, fixed / (fixed + broken));
        }

        assertThat(new SignTestPower(cases, 0.01).chance(fixed, broken)).isCloseTo(sum, within(1e-9));
    }

    @Test
    void staysAtOrBelowAlphaWhereNothingIsBetter() {
        for (int cases : new int[] {1, 10, 100, 1_000, 20_000}) {
            assertThat(new SignTestPower(cases, 0.01).chance(0.1, 0.1)).isBetween(0.0, 0.01);
        }
        assertThat(new SignTestPower(20_000, 0.01).chance(0.1, 0.1)).isGreaterThan(0.009);
    }
}
