package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.Decision;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;

class StatisticalGateTest {

    private static final GateSettings RUNS = GateSettings.stochastic();
    private final StatisticalGate gate = new StatisticalGate();

    @Test
    void passesACandidateThatIsSignificantlyBetter() {
        Verdict verdict = gate.judge(cases(20, 1, 30, 20), RUNS);

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.effect().fixed()).isEqualTo(20);
        assertThat(verdict.effect().brokenIds()).containsExactly("broken0");
        assertThat(verdict.effect().before()).isEqualTo(31.0 / 71);
        assertThat(verdict.effect().after()).isEqualTo(50.0 / 71);
        assertThat(verdict.casesToDecide()).isNull();
    }

    @Test
    void refusesWithoutCases() {
        Verdict verdict = gate.judge(List.of(), RUNS);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("no case ran under both arms");
        assertThat(verdict.casesToDecide()).isEqualTo(7);
    }

    @Test
    void refusesSixFixedOfSixAndPassesSeven() {
        assertThat(gate.judge(cases(6, 0, 0, 0), RUNS).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(gate.judge(cases(7, 0, 0, 0), RUNS).decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void failsACandidateThatIsSignificantlyWorse() {
        Verdict verdict = gate.judge(cases(2, 20, 300, 0), RUNS);

        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.reason()).startsWith("worse: 2 fixed against 20 broken of 322 cases");
    }

    @Test
    void failsABetterCandidateThatBreaksTooMuchOfWhatPassed() {
        Verdict verdict = gate.judge(cases(200, 40, 60, 0), RUNS);

        assertThat(verdict.pValue()).isLessThan(0.01);
        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.reason()).contains("breaks 40.0 % of what passed, budget 15.0 %");
    }

    @Test
    void allowsABrokenShareThatIsNotSignificantlyOverTheBudget() {
        Verdict verdict = gate.judge(cases(200, 18, 82, 0), RUNS);

        assertThat(verdict.breakage().share()).isEqualTo(0.18);
        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void failsDeterministicCandidatesForOneBrokenCase() {
        Verdict verdict = gate.judge(cases(100, 1, 900, 0), GateSettings.deterministic());

        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void failsABetterCandidateThatBreaksAProtectedCase() {
        GateSettings guarded = RUNS.withProtectedIds(Set.of("broken0", "kept1"));

        Verdict verdict = gate.judge(cases(50, 1, 100, 0), guarded);

        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.reason()).isEqualTo("broke protected broken0");
    }

    @Test
    void saysHowManyCasesWouldDecide() {
        Verdict verdict = gate.judge(cases(64, 51, 689, 230), RUNS);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.casesToDecide()).isBetween(6_500, 7_200);
        assertThat(verdict.reason()).contains("about " + verdict.casesToDecide() + " cases would decide");
    }

    @Test
    void decidesAtTheNumberOfCasesItAskedFor() {
        Verdict verdict = gate.judge(cases(12, 6, 50, 32), RUNS);
        int factor = (int) Math.ceil(verdict.casesToDecide() / 100.0);

        Verdict later = gate.judge(cases(12 * factor, 6 * factor, 50 * factor, 32 * factor), RUNS);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(later.decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void namesNoNumberOfCasesWhereThereIsNoEffect() {
        Verdict verdict = gate.judge(cases(5, 5, 50, 40), RUNS);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.casesToDecide()).isNull();
    }

    @Test
    void allowsTheNoiseThatTheBaselineShowsAgainstItself() {
        List<PairedOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            outcomes.add(new PairedOutcome("task" + i, ArmOutcome.of(2, 4), ArmOutcome.of(2, 4)));
        }

        Verdict verdict = gate.judge(outcomes, RUNS);

        assertThat(verdict.breakage().noise()).isTrue();
        assertThat(verdict.breakage().share()).isEqualTo(0.5);
        assertThat(verdict.breakage().budget()).isGreaterThan(2.0 / 3);
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void failsWhatIsBrokenInEveryTrialWhereTheBaselineIsSteady() {
        List<PairedOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ArmOutcome before = i < 40 ? ArmOutcome.of(3, 3) : ArmOutcome.of(0, 3);
            ArmOutcome after = i < 20 || i >= 60 ? ArmOutcome.of(0, 3) : ArmOutcome.of(3, 3);
            outcomes.add(new PairedOutcome("task" + i, before, after));
        }

        Verdict verdict = gate.judge(outcomes, RUNS);

        assertThat(verdict.breakage().noise()).isFalse();
        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void asksMoreOfRivalsThanOfASingleCandidate() {
        List<PairedOutcome> seven = cases(7, 0, 0, 0);
        List<PairedOutcome> thirty = cases(30, 0, 0, 0);

        List<Verdict> verdicts = gate.judgeRivals(List.of(seven, thirty, seven), RUNS);

        assertThat(verdicts)
                .extracting(Verdict::decision)
                .containsExactly(Decision.INCONCLUSIVE, Decision.PASS, Decision.INCONCLUSIVE);
    }

    @Test
    void refusesACaseThatAppearsTwice() {
        List<PairedOutcome> twice = List.of(PairedOutcome.of("c7", true, true), PairedOutcome.of("c7", true, false));

        assertThatThrownBy(() -> gate.judge(twice, RUNS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outcomes must hold each case once, got 'c7' twice");
    }

    static List<PairedOutcome> cases(int fixed, int broken, int kept, int lost) {
        List<PairedOutcome> outcomes = new ArrayList<>();
        add(outcomes, "fixed", fixed, false, true);
        add(outcomes, "broken", broken, true, false);
        add(outcomes, "kept", kept, true, true);
        add(outcomes, "lost", lost, false, false);
        return outcomes;
    }

    private static void add(List<PairedOutcome> outcomes, String name, int count, boolean before, boolean after) {
        for (int i = 0; i < count; i++) {
            outcomes.add(PairedOutcome.of(name + i, before, after));
        }
    }
}
