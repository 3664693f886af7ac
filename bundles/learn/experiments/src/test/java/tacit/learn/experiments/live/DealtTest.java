package tacit.learn.experiments.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.gate.CanaryState.Tallies;

class DealtTest {

    private static List<Dealt> runs(String prefix, Arm arm, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Dealt(prefix + i, arm, true))
                .toList();
    }

    private static String order(Tallies counted, int before, int after) {
        return String.join(
                " ",
                Dealt.inTurn(counted, runs("b", Arm.BASELINE, before), runs("a", Arm.CANDIDATE, after)).stream()
                        .map(Dealt::traceId)
                        .toList());
    }

    @Test
    void dealsInTurn() {
        assertThat(order(Tallies.NONE, 5, 3)).isEqualTo("a0 b0 a1 b1 a2 b2");
    }

    @Test
    void goesOnWithThoseAfterWhenThoseBeforeAreUsedUp() {
        assertThat(order(Tallies.NONE, 1, 3)).isEqualTo("a0 b0 a1 a2");
    }

    @Test
    void catchesUpWithWhatIsKnownOfTheTimeBeforeAtLast() {
        Tallies counted = new Tallies(new ArmTally(1, 1), new ArmTally(3, 2));

        assertThat(order(counted, 4, 1)).isEqualTo("b0 b1 a0 b2");
    }

    @Test
    void dealsNothingOfBeforeAlone() {
        assertThat(order(Tallies.NONE, 3, 0)).isEmpty();
    }
}
