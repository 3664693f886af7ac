package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.ExperimentState;

class StandingTest {

    private static final Ledger PROMOTED =
            new Ledger(List.of(new Ledger.Made(1, null, null), new Ledger.Made(2, "x1", "50")));

    private static final Ledger BACK = new Ledger(
            List.of(new Ledger.Made(1, null, null), new Ledger.Made(2, "x1", "50"), new Ledger.Made(3, null, null)));

    private static List<String> found(Ledger ledger, long active, ExperimentState state) {
        return new Standing(true, active, Map.of("x1", state), 140).violations(ledger, 140);
    }

    @Test
    void findsNothingWhereExperimentsFollowTheLedger() {
        assertThat(found(PROMOTED, 2, ExperimentState.PROMOTED)).isEmpty();
        assertThat(found(BACK, 3, ExperimentState.ROLLED_BACK)).isEmpty();
    }

    @Test
    void findsAPromotionThatWasNotNoted() {
        assertThat(found(PROMOTED, 2, ExperimentState.CANARY))
                .singleElement()
                .asString()
                .startsWith("x1: it is CANARY, and the ledger says ");
    }

    @Test
    void findsARollbackThatWasNotNoted() {
        assertThat(found(BACK, 3, ExperimentState.PROMOTED))
                .containsExactly("x1: it is PROMOTED, and null stands in its place");
    }

    @Test
    void findsWhatNobodyRunsAnyMore() {
        Ledger ledger = new Ledger(List.of(new Ledger.Made(1, null, null)));

        assertThat(found(ledger, 1, ExperimentState.RUNNING))
                .containsExactly("x1: it is said to run, and nobody runs it");
    }

    @Test
    void findsAnotherGenerationThanTheLedgersLast() {
        assertThat(found(BACK, 2, ExperimentState.ROLLED_BACK))
                .singleElement()
                .asString()
                .startsWith("Generation 2 is active, the ledger ends with ");
    }

    @Test
    void findsATrialThatWasLeft() {
        Standing one = new Standing(true, 1, Map.of("x1", ExperimentState.CANARY), 141);
        Standing two = new Standing(true, 1, Map.of("x1", ExperimentState.CANARY), 142);
        Ledger ledger = new Ledger(List.of(new Ledger.Made(1, null, null)));

        assertThat(one.violations(ledger, 140)).isEmpty();
        assertThat(two.violations(ledger, 140))
                .containsExactly("142 bundles are installed, 141 are due: a trial was left");
    }

    @Test
    void findsAHostThatDoesNotServe() {
        assertThat(new Standing(false, 0, Map.of(), 0).violations(PROMOTED, 140))
                .containsExactly("The host did not come back whole");
    }
}
