package tacit.learn.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.Evaluator.Evaluation;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class PairedBatchesTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Instant MADE = Instant.parse("2026-03-01T12:00:00Z");

    private final Set<String> olderTasks = new HashSet<>();
    private SqlTraceStore traces;
    private PairedBatches batches;
    private int recorded;

    @BeforeEach
    void open(Database database) {
        traces = new SqlTraceStore(database);
        batches = new PairedBatches(traces, cases(), new OneGeneration(), Clock.fixed(MADE, ZoneOffset.UTC));
    }

    /** Of all that cases can say, only on which side a task is. */
    private ReplayCases cases() {
        return (ReplayCases) Proxy.newProxyInstance(
                ReplayCases.class.getClassLoader(), new Class<?>[] {ReplayCases.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("older") || !arguments[1].equals("guard")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return olderTasks.contains(arguments[2]);
                });
    }

    private static Experiment experiment(String... evidence) {
        Proposal proposal = new Proposal(
                ChangeKind.GUARD,
                HarnessChange.ofSettings("tacit.guard", Map.of("rules", "new")),
                "guard",
                "a rule",
                "runs fail",
                List.of(evidence),
                null,
                "rule:test");
        return new Experiment(
                "e1",
                "default",
                proposal,
                List.of(Optional.of("old")),
                1,
                ExperimentState.PROPOSED,
                1,
                null,
                null,
                MADE,
                MADE);
    }

    private String record(String batch, String task, boolean passed) {
        return record(batch, task, passed, MADE.plusSeconds(60), null, OutcomeSource.GRADER);
    }

    private String record(
            String batch,
            String task,
            boolean passed,
            Instant startedAt,
            @Nullable String generation,
            OutcomeSource grader) {
        Trace run = Trace.builder("r" + recorded++)
                .taskKey(task)
                .startedAt(startedAt)
                .endedAt(startedAt.plusSeconds(3))
                .harnessGeneration(generation)
                .attribute(Attribute.BATCH, batch)
                .outcome(Outcome.of(passed ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE, grader))
                .build();
        traces.append(SCOPE, List.of(TraceUpdate.of(run, List.of())));
        return run.id();
    }

    private Evaluation evaluate(Experiment experiment) {
        return batches.over(experiment, "before", "after").evaluate("e1", experiment.proposal(), List.of());
    }

    private static List<String> told(Evaluation evaluation, Arm arm) {
        return evaluation.runs().stream()
                .filter(run -> run.arm() == arm)
                .map(run -> run.caseId() + " " + run.outcome())
                .toList();
    }

    @Test
    void pairsTheRunsOfBothBatchesByTask() {
        record("before", "t1", false);
        record("before", "t2", true);
        record("before", "t3", true);
        record("after", "t1", true);
        record("after", "t2", true);
        record("other", "t2", false);

        Evaluation evaluation = evaluate(experiment());

        assertThat(told(evaluation, Arm.BASELINE)).containsExactlyInAnyOrder("t1 FAILED", "t2 PASSED");
        assertThat(told(evaluation, Arm.CANDIDATE)).containsExactlyInAnyOrder("t1 PASSED", "t2 PASSED");
        assertThat(evaluation.runs()).allMatch(run -> run.took().toSeconds() == 3);
        assertThat(evaluation.sandbox()).singleElement().asString().contains("2 tasks count, 0 are left out");
    }

    @Test
    void keepsEveryTrialOfATask() {
        record("before", "t1", false);
        record("before", "t1", true);
        record("after", "t1", true);

        Evaluation evaluation = evaluate(experiment());

        assertThat(told(evaluation, Arm.BASELINE)).containsExactlyInAnyOrder("t1 FAILED", "t1 PASSED");
        assertThat(told(evaluation, Arm.CANDIDATE)).containsExactly("t1 PASSED");
    }

    @Test
    void leavesOutTasksThatTheProposalMayHaveBeenMadeFrom() {
        for (String task : List.of("t1", "t2", "t3", "t4")) {
            record("before", task, false);
            record("after", task, true);
        }
        record("live", "t1", false, MADE.minusSeconds(60), null, OutcomeSource.GRADER);
        record("live", "t2", false, MADE.minusSeconds(60), null, OutcomeSource.GRADER);
        String evidence = record("live", "t3", false);
        olderTasks.addAll(Set.of("task t1", "task t4"));

        Evaluation evaluation = evaluate(experiment(evidence));

        assertThat(told(evaluation, Arm.CANDIDATE))
                .as("t1 is older, t3 its evidence; t2 is newer, t4 was first tried later")
                .containsExactlyInAnyOrder("t2 PASSED", "t4 PASSED");
        assertThat(evaluation.sandbox().get(0)).contains("2 are left out");
    }

    @Test
    void refusesWhereNoTaskIsLeft() {
        String evidence = record("before", "t1", false);
        record("after", "t1", true);

        assertThatIllegalStateException()
                .isThrownBy(() -> evaluate(experiment(evidence)))
                .withMessageStartingWith("No task counts: 1 are in both batches");
        assertThatIllegalStateException()
                .isThrownBy(() -> batches.over(experiment(), "none", "after")
                        .evaluate("e1", experiment().proposal(), List.of()))
                .withMessageStartingWith("No task counts: 0");
    }

    @Test
    void refusesRunsThatNameAnotherGeneration() {
        record("before", "t1", false, MADE.plusSeconds(1), "1", OutcomeSource.GRADER);
        record("after", "t1", true, MADE.plusSeconds(1), "e1", OutcomeSource.GRADER);
        assertThat(evaluate(experiment()).runs()).hasSize(2);

        String stale = record("before", "t2", false, MADE.plusSeconds(1), "7", OutcomeSource.GRADER);

        assertThatIllegalStateException()
                .isThrownBy(() -> evaluate(experiment()))
                .withMessage("Run '" + stale + "' of batch 'before' names generation '7' and not '1'");
    }

    @Test
    void refusesCandidateRunsThatTheBaselineServed() {
        record("before", "t1", false);
        record("after", "t1", true, MADE.plusSeconds(1), "1", OutcomeSource.GRADER);

        assertThatIllegalStateException()
                .isThrownBy(() -> evaluate(experiment()))
                .withMessageContaining("names generation '1' and not 'e1'");
    }

    @Test
    void takesNoAgentsWordForAGrade() {
        record("before", "t1", false);
        record("after", "t1", true, MADE.plusSeconds(1), null, OutcomeSource.AGENT);

        assertThatIllegalStateException().isThrownBy(() -> evaluate(experiment()));
    }

    @Test
    void wantsTwoBatchesThatNoExperimentMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> batches.over(experiment(), "before", "before"));
        assertThatIllegalArgumentException().isThrownBy(() -> batches.over(experiment(), " ", "after"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batches.over(experiment(), "before", "experiment/e1/1/candidate"));
    }

    @Test
    void judgesItsOwnProposalAlone() {
        assertThat(batches.over(experiment(), "before", "after")
                        .evaluates(experiment().proposal()))
                .isTrue();
        assertThat(batches.over(experiment(), "before", "after")
                        .evaluates(experiment("x").proposal()))
                .isFalse();
        assertThat(batches.over(experiment(), "before", "after").bringsCases()).isTrue();
    }
}
