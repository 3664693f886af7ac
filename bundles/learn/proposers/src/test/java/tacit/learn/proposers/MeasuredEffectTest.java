package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;
import tacit.api.experiment.LiveComparison.State;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.gate.ArmTally;
import tacit.api.gate.CanaryDecision;

class MeasuredEffectTest {

    private static Experiment experiment(String id) {
        return new Experiment(
                id,
                "w",
                World.ceiling("7", "ada"),
                List.of(),
                1,
                ExperimentState.PROMOTED,
                4,
                null,
                2L,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static MeasuredEffect ofFamily(double low, double high) {
        Measured measured =
                new Measured(Measure.CLUSTER, ArmTally.NONE, ArmTally.NONE, low, high, CanaryDecision.UNDECIDED);
        LiveComparison comparison = new LiveComparison(
                "x1",
                LiveComparison.Kind.WATCH,
                State.UNDECIDED,
                "style",
                "c1",
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                List.of(measured));
        return new MeasuredEffect(experiment("x1"), comparison);
    }

    @ParameterizedTest
    @CsvSource({
        "WORSENED, -0.3, -0.1, true, false",
        "WORSENED, -0.3, 0.1, true, false",
        "WORSENED, 0.1, 0.2, true, false",
        "IMPROVED, 0.1, 0.3, false, true",
        "IMPROVED, -0.3, -0.1, false, true",
        "UNDECIDED, -0.3, -0.1, true, false",
        "UNDECIDED, 0.1, 0.3, false, true",
        "UNDECIDED, -0.1, 0.1, false, false",
        "STOPPED, -0.3, 0, false, false",
        "REPLACED, 0, 0.3, false, false",
        "STOPPED, -0.3, -0.1, true, false",
    })
    void tellsHarmFromHelp(State state, double low, double high, boolean harmed, boolean helped) {
        MeasuredEffect effect = World.effect(experiment("x1"), state, low, high);

        assertThat(effect.harmed()).isEqualTo(harmed);
        assertThat(effect.helped()).isEqualTo(helped);
    }

    @Test
    void goesByTheOutcomesOfRunsWhereNothingWasDecided() {
        assertThat(ofFamily(-0.3, -0.1).harmed()).isFalse();
        assertThat(ofFamily(0.1, 0.3).helped()).isFalse();
    }

    @Test
    void refusesWhatIsSaidOfAnotherChange() {
        LiveComparison other =
                World.effect(experiment("x2"), State.STOPPED, -0.1, 0.1).comparison();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasuredEffect(experiment("x1"), other))
                .withMessage("comparison must be of experiment 'x1', got one of 'x2'");
    }
}
