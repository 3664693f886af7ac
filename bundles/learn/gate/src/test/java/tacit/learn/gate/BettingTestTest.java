package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;
import tacit.api.gate.CanaryState;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.CanaryState.Tallies;

class BettingTestTest {

    private static final double ALPHA = 0.05;
    private final BettingTest test = new BettingTest();

    @Test
    void weighsASplitByFishersNoncentralDistribution() {
        // The lady who tastes tea (Fisher 1935): splits of four cups each have 1, 16, 36, 16, 1 ways of 70
        double odds = 3;
        double allRight = 70 * Math.pow(odds, 4) / (1 + 16 * odds + 36 * 9 + 16 * 27 + 81);

        assertThat(BettingTest.logRatio(block(4, 0, 4, 4), Math.log(odds)))
                .isCloseTo(Math.log(allRight), within(1e-12));
        assertThat(BettingTest.logRatio(block(4, 0, 4, 4), -Math.log(odds)))
                .isCloseTo(Math.log(70 / (1 + 16 / odds + 36.0 / 9 + 16.0 / 27 + 1.0 / 81) / 81), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 0.5", "5, 9, 0.1", "40, 5, 0.93", "1, 1, 0.3"})
    void aBetIsFairWhereTheArmsAreAlikeAndLosesWhereTheCandidateIsWorse(int before, int after, double chance) {
        for (double effect : List.of(0.1, 0.8, 1.6)) {
            assertThat(expected(before, chance, after, chance, effect)).isCloseTo(1, within(1e-9));
            assertThat(expected(before, chance, after, chance * 0.8, effect)).isLessThan(1);
        }
        assertThat(expected(before, chance, after, chance * 0.8, -0.1)).isGreaterThan(1);
    }

    @Test
    void learnsNothingFromABlockThatWentOneWay() {
        assertThat(BettingTest.logRatio(block(7, 7, 5, 5), 0.8)).isZero();
        assertThat(BettingTest.logRatio(block(7, 0, 5, 0), 0.8)).isZero();
    }

    @Test
    void staysPreciseWhereOneArmIsFarAhead() {
        assertThat(BettingTest.logRatio(block(1_000_000, 500_000, 5, 5), 0.4))
                .isCloseTo(5 * Math.log(2 * Math.exp(0.4) / (1 + Math.exp(0.4))), within(1e-4));
    }

    @Test
    void decidesNothingBeforeBothArmsHaveAnswered() {
        CanaryState state = CanaryState.start(ALPHA);
        for (int i = 0; i < 5_000; i++) {
            state = test.next(state, Arm.CANDIDATE, true);
        }
        for (int i = 0; i < 4; i++) {
            state = test.next(state, Arm.BASELINE, false);
        }

        assertThat(state.decision()).isEqualTo(CanaryDecision.UNDECIDED);
        assertThat(state.totals()).isEqualTo(block(4, 0, 5_000, 5_000));
        assertThat(state.improved()).isEqualTo(1);
    }

    @Test
    void mirrorsWhatItSaysWhenTheArmsChangePlaces() {
        CanaryState state = CanaryState.start(ALPHA);
        CanaryState mirrored = CanaryState.start(ALPHA);
        for (int i = 0; i < 200; i++) {
            boolean success = i % 3 == 0 || i % 4 == 1;
            state = test.next(state, i % 2 == 0 ? Arm.CANDIDATE : Arm.BASELINE, success);
            mirrored = test.next(mirrored, i % 2 == 0 ? Arm.BASELINE : Arm.CANDIDATE, success);
        }

        assertThat(state.improved()).isCloseTo(mirrored.worsened(), within(1e-9));
        assertThat(state.worsened()).isCloseTo(mirrored.improved(), within(1e-9));
        assertThat(state.improved()).isNotEqualTo(1);
    }

    @Test
    void continuesWhereAStoredTestEnded() {
        CanaryState whole = LiveCases.of(0.5, 0.55, 0.5).run(ALPHA, 203, 11);
        CanaryState stored = new CanaryState(
                whole.alpha(),
                whole.totals(),
                whole.open(),
                List.copyOf(whole.bets()),
                whole.improved(),
                whole.worsened(),
                whole.decision());

        for (int i = 0; i < 10; i++) {
            whole = test.next(whole, i % 2 == 0 ? Arm.CANDIDATE : Arm.BASELINE, i % 3 == 0);
            stored = new BettingTest().next(stored, i % 2 == 0 ? Arm.CANDIDATE : Arm.BASELINE, i % 3 == 0);
        }

        assertThat(stored).isEqualTo(whole);
    }

    @Test
    void keepsToItsDecisionWhateverComesLater() {
        CanaryState state = LiveCases.of(0.2, 0.9, 0.5).run(ALPHA, 1_000, 1);
        assertThat(state.decision()).isEqualTo(CanaryDecision.IMPROVED);

        for (int i = 0; i < 1_000; i++) {
            state = test.next(state, i % 2 == 0 ? Arm.CANDIDATE : Arm.BASELINE, i % 2 == 1);
        }

        assertThat(state.decision()).isEqualTo(CanaryDecision.IMPROVED);
        assertThat(state.worsened()).isGreaterThan(state.improved()).isFinite();
    }

    @Test
    void refusesTheStateOfAnotherTest() {
        CanaryState other =
                new CanaryState(ALPHA, Tallies.NONE, Tallies.NONE, List.of(0.0, 0.1), 1, 1, CanaryDecision.UNDECIDED);

        assertThatThrownBy(() -> test.next(other, Arm.BASELINE, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bets must be 10 or none, got 2: another test made them");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "0.9, 0.5", "0.3, 0.1", "0.05, 0.5"})
    void hardlyEverStopsWithoutAnEffectHoweverOftenItIsLookedAt(double chance, double share) {
        LiveCases cases = LiveCases.of(chance, chance, share);

        long stopped = LongStream.range(0, 1_000)
                .filter(seed -> cases.run(ALPHA, 2_000, seed).decided())
                .count();

        assertThat(stopped).isLessThanOrEqualTo(50);
    }

    @Test
    void isNotFooledByWorkThatGetsEasierWhileTheShareOfTheCandidateGrows() {
        LiveCases cases =
                new LiveCases(i -> i < 1_000 ? 0.3 : 0.7, i -> i < 1_000 ? 0.3 : 0.7, i -> i < 1_000 ? 0.1 : 0.5);

        long stopped = LongStream.range(0, 500)
                .filter(seed -> cases.run(ALPHA, 1_500, seed).decided())
                .count();

        assertThat(stopped).isLessThanOrEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.6, IMPROVED", "0.5, 0.4, WORSENED"})
    void decidesWithinNineHundredCasesAnArmFourTimesInFive(double before, double after, CanaryDecision right) {
        LiveCases cases = LiveCases.of(before, after, 0.5);

        long found = LongStream.range(0, 1_000)
                .mapToObj(seed -> cases.run(ALPHA, 900, seed))
                .filter(state -> state.decision() == right && LiveCases.most(state) <= 900)
                .count();

        assertThat(found).isGreaterThanOrEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9})
    void usesTheLargerArmOfUnequalShares(double share) {
        LiveCases cases = LiveCases.of(0.5, 0.6, share);

        double median = LongStream.range(0, 200)
                .mapToObj(seed -> cases.run(ALPHA, 5_000, seed))
                .mapToInt(state -> Math.min(
                        state.totals().baseline().cases(),
                        state.totals().candidate().cases()))
                .sorted()
                .skip(100)
                .findFirst()
                .orElseThrow();

        // With as many of the other arm it takes about 450
        assertThat(median).isLessThan(330);
    }

    @Test
    void seesAHarmfulCandidateAtOnce() {
        CanaryState state = LiveCases.of(0.9, 0.2, 0.5).run(0.01, 1_000, 5);

        assertThat(state.decision()).isEqualTo(CanaryDecision.WORSENED);
        assertThat(LiveCases.most(state)).isLessThan(40);
    }

    /** The mean of the likelihood ratio of a block over all results, each with its chance. */
    private static double expected(int before, double passBefore, int after, double passAfter, double effect) {
        double mean = 0;
        for (int baseline = 0; baseline <= before; baseline++) {
            for (int candidate = 0; candidate <= after; candidate++) {
                mean += chance(baseline, before, passBefore)
                        * chance(candidate, after, passAfter)
                        * Math.exp(BettingTest.logRatio(block(before, baseline, after, candidate), effect));
            }
        }
        return mean;
    }

    private static double chance(int successes, int cases, double p) {
        return Statistics.binomialTail(successes, cases, p) - Statistics.binomialTail(successes + 1, cases, p);
    }

    private static Tallies block(int before, int passedBefore, int after, int passedAfter) {
        return new Tallies(new ArmTally(before, passedBefore), new ArmTally(after, passedAfter));
    }
}
