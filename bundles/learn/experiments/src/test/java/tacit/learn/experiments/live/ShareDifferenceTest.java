package tacit.learn.experiments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.gate.ArmTally;

class ShareDifferenceTest {

    /** Method 10 of Newcombe, Statistics in Medicine 17 (1998), table II, contrasts (a) to (h). */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void agreesWithPublishedIntervals(int later, int ofLater, int earlier, int ofEarlier, double low, double high) {
        ShareDifference interval = ShareDifference.of(new ArmTally(ofEarlier, earlier), new ArmTally(ofLater, later));

        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
    }

    @Test
    void saysNothingWithoutCases() {
        assertThat(ShareDifference.of(ArmTally.NONE, new ArmTally(9, 9))).isEqualTo(new ShareDifference(-1, 1));
        assertThat(ShareDifference.of(new ArmTally(9, 9), ArmTally.NONE)).isEqualTo(new ShareDifference(-1, 1));
    }

    @Test
    void isTheOtherWayRoundForTheOtherWayRound() {
        ShareDifference up = ShareDifference.of(new ArmTally(50, 20), new ArmTally(60, 45));
        ShareDifference down = ShareDifference.of(new ArmTally(60, 45), new ArmTally(50, 20));

        assertThat(down.low()).isCloseTo(-up.high(), within(1e-12));
        assertThat(down.high()).isCloseTo(-up.low(), within(1e-12));
    }
}
