package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.learn.ClusterState;

class TransitionsTest {

    @ParameterizedTest
    @CsvSource({
        "STABLE, MITIGATED", "REOPENED, MITIGATED", "MITIGATED, REOPENED", "DISMISSED, REOPENED",
        "OPEN, DISMISSED", "STABLE, DISMISSED", "MITIGATED, DISMISSED", "REOPENED, DISMISSED"
    })
    void allowsTheMovesOfTheContract(ClusterState from, ClusterState to) {
        assertThat(Transitions.allowed(from, to, false)).isTrue();
    }

    @Test
    void makesStableOnlyWhatRecurs() {
        assertThat(Transitions.allowed(ClusterState.OPEN, ClusterState.STABLE, true))
                .isTrue();
        assertThat(Transitions.allowed(ClusterState.OPEN, ClusterState.STABLE, false))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, OPEN",
        "STABLE, OPEN",
        "MITIGATED, OPEN",
        "REOPENED, OPEN",
        "DISMISSED, OPEN",
        "OPEN, MITIGATED",
        "MITIGATED, MITIGATED",
        "DISMISSED, MITIGATED",
        "OPEN, REOPENED",
        "STABLE, REOPENED",
        "REOPENED, REOPENED",
        "STABLE, STABLE",
        "MITIGATED, STABLE",
        "REOPENED, STABLE",
        "DISMISSED, STABLE",
        "DISMISSED, DISMISSED"
    })
    void refusesEveryOtherMove(ClusterState from, ClusterState to) {
        assertThat(Transitions.allowed(from, to, true)).isFalse();
    }
}
