package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;
import static tacit.learn.evals.replay.Samples.decision;
import static tacit.learn.evals.replay.Samples.titled;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases.Review;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ReplayRunsTest {

    private static final PageRequest ALL = PageRequest.first(1000);

    private final ListDecisions log = new ListDecisions();
    private final ListAuditLog audit = new ListAuditLog();
    private final NumberedHarness harness = new NumberedHarness();
    private SqlReplayCases cases;
    private String id = "";
    private String guarded = "";

    @BeforeEach
    void open(Database database) {
        cases = open(database, Map.of());
        log.with(decision("d1"), decision("d2"));
        id = cases.add(SCOPE, titled("d1", "", false)).id();
        guarded = cases.add(SCOPE, titled("d2", "", true)).id();
    }

    private SqlReplayCases open(Database database, Map<String, ?> settings) {
        return Samples.cases(database, log, harness, audit, new MovingClock(), settings);
    }

    private static ReplayRun run(String id, @Nullable String experiment, Arm arm, Outcome outcome) {
        String reason = outcome == Outcome.FAILED ? "Check 1 failed" : null;
        return new ReplayRun(
                id, experiment, arm, outcome, reason, Duration.ofNanos(1_500), NOW.truncatedTo(ChronoUnit.MICROS));
    }

    private List<String> baseline(SqlReplayCases into, String outcomes) {
        return into.record(
                SCOPE,
                outcomes.chars()
                        .mapToObj(c -> c == 'P' ? Outcome.PASSED : c == 'F' ? Outcome.FAILED : Outcome.UNANSWERABLE)
                        .map(outcome -> run(id, null, Arm.BASELINE, outcome))
                        .toList());
    }

    @Test
    void keepsHowCasesWentNewestFirst() {
        ReplayRun first = run(id, "e1", Arm.BASELINE, Outcome.FAILED);
        ReplayRun second = run(id, null, Arm.CANDIDATE, Outcome.UNANSWERABLE);

        cases.record(SCOPE, List.of(first, run(guarded, "e1", Arm.BASELINE, Outcome.PASSED), second));

        assertThat(cases.runs(SCOPE, id, ALL).rows()).containsExactly(second, first);
        assertThat(cases.runs(SCOPE, id, new PageRequest(1, 1)).rows()).containsExactly(first);
        assertThat(cases.runs(SCOPE, id, ALL).total()).isEqualTo(2);
    }

    @Test
    void passesOverRunsOfCasesThatAreNotThere() {
        cases.record(SCOPE, List.of(run("nothing", "e1", Arm.BASELINE, Outcome.PASSED)));
        cases.record(Scope.ofWorkspace("other"), List.of(run(id, "e1", Arm.BASELINE, Outcome.PASSED)));
        cases.record(new Scope("default", "ann"), List.of(run(id, "e1", Arm.BASELINE, Outcome.PASSED)));

        assertThat(cases.runs(SCOPE, "nothing", ALL).total()).isZero();
        assertThat(cases.runs(SCOPE, id, ALL).total()).isZero();
        assertThat(cases.runs(Scope.ofWorkspace("other"), id, ALL).total()).isZero();
    }

    @Test
    void keepsTheNewestRunsOnly(Database database) {
        SqlReplayCases few = open(database, Map.of("runs_kept", 3));

        baseline(few, "FFFF");
        baseline(few, "PP");
        few.record(SCOPE, List.of(run(guarded, "e1", Arm.BASELINE, Outcome.PASSED)));

        assertThat(few.runs(SCOPE, id, ALL).rows())
                .extracting(ReplayRun::outcome)
                .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
        assertThat(few.runs(SCOPE, guarded, ALL).total()).isEqualTo(1);
    }

    @Test
    void keepsTwoHundredRunsUnlessToldOtherwise() {
        baseline(cases, "P".repeat(230));

        assertThat(cases.runs(SCOPE, id, ALL).total()).isEqualTo(200);
    }

    @Test
    void boundsReasonsAndKeepsNoSecretInThem() {
        String reason = "there stands " + Samples.KEY + " " + "x".repeat(5_000);
        cases.record(SCOPE, List.of(new ReplayRun(id, null, Arm.BASELINE, Outcome.FAILED, reason, Duration.ZERO, NOW)));

        assertThat(cases.runs(SCOPE, id, ALL).rows()).singleElement().satisfies(run -> assertThat(run.reason())
                .hasSizeLessThanOrEqualTo(1_000)
                .contains("[REDACTED")
                .doesNotContain(Samples.KEY));
    }

    @ParameterizedTest
    @CsvSource({"P, false", "F, true", "FP, false", "PF, true", "FFP, true", "FPP, false", "FPF, true", "PPF, false"})
    void tellsByTheLastRunsWhetherTheHarnessFailsACase(String outcomes, boolean failing) {
        baseline(cases, outcomes);

        assertThat(cases.failing(SCOPE, id)).contains(failing);
    }

    @Test
    void asksOnlyTheHarnessInForceWhetherItFails() {
        cases.record(SCOPE, List.of(run(id, "e1", Arm.CANDIDATE, Outcome.FAILED)));
        baseline(cases, "U");

        assertThat(cases.failing(SCOPE, id)).isEmpty();
        assertThat(cases.failing(SCOPE, "nothing")).isEmpty();
    }

    @Test
    void looksAtAsManyRunsAsItIsTold(Database database) {
        baseline(cases, "FFFP");

        assertThat(open(database, Map.of("failing_runs", 1)).failing(SCOPE, id)).contains(false);
        assertThat(open(database, Map.of("failing_runs", 4)).failing(SCOPE, id)).contains(true);
    }

    @Test
    void w3AFailingCaseHealsByPassingAndStaysInUse() {
        baseline(cases, "FFFFFFFF");
        assertThat(cases.failing(SCOPE, id)).contains(true);

        baseline(cases, "PP");

        assertThat(cases.failing(SCOPE, id)).contains(false);
        assertThat(cases.failing(SCOPE, guarded)).isEmpty();
        assertThat(state(id)).isEqualTo(State.ACTIVE);
    }

    private State state(String caseId) {
        return cases.find(SCOPE, caseId).orElseThrow().state();
    }

    @ParameterizedTest
    @CsvSource({"BASELINE", "CANDIDATE"})
    void quarantinesACaseThatOneArmAnsweredInTwoWays(Arm arm) {
        List<ReplayRun> runs = List.of(run(id, "e1", arm, Outcome.PASSED), run(id, "e1", arm, Outcome.FAILED));

        assertThat(cases.record(SCOPE, runs)).containsExactly(id);

        assertThat(state(id)).isEqualTo(State.QUARANTINED);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("replay_case.quarantined");
        assertThat(cases.reviews(SCOPE, id)).extracting(Review::to).containsExactly(State.QUARANTINED);
        assertThat(cases.record(SCOPE, runs)).isEmpty();
    }

    @Test
    void quarantinesACaseWhoseSecondAnswerComesLater() {
        assertThat(cases.record(SCOPE, List.of(run(id, "e1", Arm.BASELINE, Outcome.PASSED))))
                .isEmpty();

        assertThat(cases.record(SCOPE, List.of(run(id, "e1", Arm.BASELINE, Outcome.FAILED))))
                .containsExactly(id);
    }

    @Test
    void quarantinesNothingForOtherHarnessesOrExperiments() {
        cases.record(SCOPE, List.of(run(id, "e1", Arm.BASELINE, Outcome.FAILED)));
        cases.record(SCOPE, List.of(run(id, "e1", Arm.CANDIDATE, Outcome.PASSED)));
        cases.record(SCOPE, List.of(run(id, "e1", Arm.BASELINE, Outcome.UNANSWERABLE)));
        cases.record(SCOPE, List.of(run(id, "e2", Arm.BASELINE, Outcome.PASSED)));
        cases.record(SCOPE, List.of(run(id, null, Arm.BASELINE, Outcome.PASSED)));

        assertThat(state(id)).isEqualTo(State.ACTIVE);
    }

    @Test
    void quarantinesNothingWhenTheHarnessInForceChangedBetween() {
        cases.record(SCOPE, List.of(run(id, "e1", Arm.BASELINE, Outcome.FAILED)));
        harness.generation++;

        assertThat(cases.record(SCOPE, List.of(run(id, "e1", Arm.BASELINE, Outcome.PASSED))))
                .isEmpty();
        assertThat(state(id)).isEqualTo(State.ACTIVE);
    }

    @Test
    void givesUpNoProtectedCaseForWhatACandidateDid() {
        assertThat(cases.record(
                        SCOPE,
                        List.of(
                                run(guarded, "e1", Arm.CANDIDATE, Outcome.PASSED),
                                run(guarded, "e1", Arm.CANDIDATE, Outcome.FAILED))))
                .isEmpty();
        assertThat(state(guarded)).isEqualTo(State.ACTIVE);

        assertThat(cases.record(
                        SCOPE,
                        List.of(
                                run(guarded, "e1", Arm.BASELINE, Outcome.PASSED),
                                run(guarded, "e1", Arm.BASELINE, Outcome.FAILED))))
                .containsExactly(guarded);
    }

    @Test
    void quarantinesNothingThatCannotBeAudited() {
        audit.broken = true;

        assertThatThrownBy(() -> cases.record(
                        SCOPE,
                        List.of(
                                run(id, "e1", Arm.BASELINE, Outcome.PASSED),
                                run(id, "e1", Arm.BASELINE, Outcome.FAILED))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state(id)).isEqualTo(State.ACTIVE);
        assertThat(cases.runs(SCOPE, id, ALL).total()).isZero();
    }

    @Test
    void keepsTheRunsOfManyCasesAtOnce() {
        List<ReplayRun> runs = IntStream.range(0, 250)
                .mapToObj(n -> decision("many" + n))
                .peek(log::with)
                .map(decision ->
                        cases.add(SCOPE, titled(decision.id(), "", false)).id())
                .map(caseId -> run(caseId, "e1", Arm.BASELINE, Outcome.PASSED))
                .toList();

        assertThat(cases.record(SCOPE, runs)).isEmpty();

        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(cases.runs(SCOPE, run.caseId(), ALL).rows()).containsExactly(run));
    }
}
