package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.ExperimentState;
import tacit.bench.kills.Kept.Audit;
import tacit.bench.kills.Kept.Comparison;
import tacit.bench.kills.Kept.One;
import tacit.bench.kills.Kept.Step;

class ConsistencyTest {

    private final Told told = new Told();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Long> places = new HashMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Audit> audits = new ArrayList<>();
    private final Set<String> traces = new HashSet<>(Set.of("t1", "t2"));
    private final List<Ledger.Made> made = new ArrayList<>();
    private One one = new One("x1", ExperimentState.PROMOTED, 4, 2L);
    private long cases = 3;

    @BeforeEach
    void promoted() {
        steps.add(new Step("x1", 1, null, ExperimentState.PROPOSED, "ada"));
        steps.add(new Step("x1", 2, ExperimentState.PROPOSED, ExperimentState.RUNNING, "ben"));
        steps.add(new Step("x1", 3, ExperimentState.RUNNING, ExperimentState.PASSED_GATE, "replay"));
        steps.add(new Step("x1", 4, ExperimentState.PASSED_GATE, ExperimentState.PROMOTED, "ben"));
        comparisons.add(new Comparison("x1.4", "x1", "WATCH", "FOLLOWING", 2, Set.of("t1", "t2")));
        audit("generation.activate", "1", "");
        audit("experiment.propose", "x1", "");
        audit("experiment.run", "x1", "\"version\":\"1\"");
        audit("experiment.promote", "x1", "\"version\":\"3\"");
        audit("generation.activate", "2", "");
        made.add(new Ledger.Made(1, null, null));
        made.add(new Ledger.Made(2, "x1", "50"));
        told.cases(3);
        told.traces(Set.of("t1"));
        told.reached("x1", ExperimentState.PROMOTED);
    }

    private void audit(String action, String subject, String details) {
        audits.add(new Audit(audits.size() + 1L, action, subject, details));
    }

    private void canary() {
        one = new One("x1", ExperimentState.CANARY, 4, null);
        steps.set(3, new Step("x1", 4, ExperimentState.PASSED_GATE, ExperimentState.CANARY, "ben"));
        comparisons.set(0, new Comparison("x1.4", "x1", "CANARY", "FOLLOWING", 2, Set.of("t1", "t2")));
        audits.set(3, new Audit(4, "experiment.canary", "x1", "\"version\":\"3\""));
        places.put("x1", 1L);
    }

    private List<String> found() {
        Kept kept = new Kept(List.of(one), steps, places, comparisons, audits, traces, cases);
        return Consistency.asLeft(kept, new Ledger(made), told);
    }

    @Test
    void findsNothingInWhatIsWhole() {
        assertThat(found()).isEmpty();
    }

    @Test
    void letsTheLedgerBeOneActAhead() {
        canary();
        Told nothing = new Told();

        assertThat(Consistency.asLeft(
                        new Kept(List.of(one), steps, places, comparisons, audits, traces, cases),
                        new Ledger(made),
                        nothing))
                .isEmpty();
    }

    @Test
    void findsAPromotionWithoutItsGeneration() {
        made.remove(1);

        assertThat(found()).singleElement().asString().contains("names generation 2, the ledger Optional.empty");
    }

    @Test
    void findsAPromotionThatWasDoneTwice() {
        made.add(new Ledger.Made(3, "x1", "50"));
        audit("generation.activate", "3", "");

        assertThat(found()).containsExactly("x1: was promoted 2 times");
    }

    @Test
    void findsAGapInAHistory() {
        steps.remove(2);

        assertThat(found()).anyMatch(one -> one.contains("has step 4 where 3 is due"));
        assertThat(found()).anyMatch(one -> one.contains("goes on from PASSED_GATE"));
        assertThat(found()).anyMatch(one -> one.contains("not where its history ends"));
    }

    @Test
    void findsAForbiddenStep() {
        steps.set(2, new Step("x1", 3, ExperimentState.RUNNING, ExperimentState.CANARY, "tacit"));
        steps.set(3, new Step("x1", 4, ExperimentState.CANARY, ExperimentState.PROMOTED, "ben"));

        assertThat(found()).containsExactly("x1: went from RUNNING to CANARY");
    }

    @Test
    void findsAStateThatItsHistoryDoesNotTell() {
        one = new One("x1", ExperimentState.ROLLED_BACK, 4, 2L);

        assertThat(found()).containsExactly("x1: is ROLLED_BACK in version 4, not where its history ends");
    }

    @Test
    void findsAnEffectThatWasNotAnnounced() {
        audits.set(3, new Audit(4, "experiment.promote", "x1", "\"version\":\"2\""));

        assertThat(found()).containsExactly("x1: step 4 to PROMOTED is not in the audit log");
    }

    @Test
    void findsAGenerationThatWasNotAnnounced() {
        audits.remove(4);

        assertThat(found())
                .containsExactly(
                        "x1: has a generation that the audit log does not announce",
                        "The ledger has 2 acts, the audit log announces 1");
    }

    @Test
    void findsAGapInTheAuditLog() {
        audits.remove(0);
        audits.add(new Audit(6, "generation.activate", "1", ""));

        assertThat(found()).containsExactly("The audit log has entry 2 where 1 is due");
    }

    @Test
    void findsPlacesThatAreKeptOrLost() {
        places.put("x1", 1L);
        assertThat(found()).containsExactly("x1: is PROMOTED and claims 1 places");

        canary();
        places.clear();
        told.reached("x1", ExperimentState.CANARY);
        assertThat(found()).contains("x1: is CANARY and claims 0 places");
    }

    @Test
    void findsAChangeThatNobodyWatches() {
        comparisons.clear();

        assertThat(found()).containsExactly("x1: is PROMOTED with 0 open canaries and 0 watches");
    }

    @Test
    void findsACanaryThatOutlivedItsState() {
        comparisons.add(new Comparison("x1.3", "x1", "CANARY", "FOLLOWING", 0, Set.of()));

        assertThat(found()).containsExactly("x1: is PROMOTED with 1 open canaries and 1 watches");
    }

    @Test
    void findsRunsThatWereCountedTwiceOrAreGone() {
        comparisons.set(0, new Comparison("x1.4", "x1", "WATCH", "FOLLOWING", 3, Set.of("t1", "t9")));

        assertThat(found())
                .containsExactly(
                        "x1: x1.4 counted 3 runs, of which it names 2", "x1: x1.4 counted runs that are no evidence");
    }

    @Test
    void findsWhatWasAcknowledgedAndIsLost() {
        told.traces(Set.of("t3"));
        told.reached("x1", ExperimentState.ROLLED_BACK);
        cases = 1;

        assertThat(found())
                .containsExactly(
                        "1 runs are lost, such as t3",
                        "2 cases are lost",
                        "x1: the answer said ROLLED_BACK, which is lost");
    }
}
