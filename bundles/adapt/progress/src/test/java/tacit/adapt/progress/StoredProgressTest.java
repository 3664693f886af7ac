package tacit.adapt.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.EvidenceRef;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.LearningStep.Status;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.adapt.TaskLearning;
import tacit.api.adapt.TaskLearning.Outcome;
import tacit.api.memory.Distillation;
import tacit.api.memory.LearningReceipt;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class StoredProgressTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SkillLook WAITING = new SkillLook("sp_1", SkillLook.PENDING, "", null);

    private SqlTraceStore traces;
    private StoredProgress progress;

    @BeforeEach
    void open(Database database) {
        traces = new SqlTraceStore(database);
        progress = new StoredProgress(new SqlStateStore(database, new PatternRedactor(), new MovingClock()), traces);
    }

    @Test
    void lp01ReportsFiveStagesInTheirOrder() {
        run("t1", OutcomeLabel.SUCCESS, "file");

        TaskLearning report = report("t1", learning(Map.of("memories", List.of("m1"), "uses", List.of("p1")), WAITING));

        assertThat(report.steps())
                .extracting(LearningStep::stage)
                .containsExactly(
                        Stage.SCREEN_CONTEXT_USED,
                        Stage.MEMORY_CAPTURED,
                        Stage.PLAYBOOK_REINFORCED,
                        Stage.SKILL_PROPOSED,
                        Stage.SKILL_REVIEWED);
        assertThat(report.steps())
                .extracting(LearningStep::status)
                .containsExactly(Status.SKIPPED, Status.DONE, Status.DONE, Status.PENDING, Status.PENDING);
        assertThat(report.outcome()).isEqualTo(Outcome.PENDING_REVIEW);
        assertThat(report.nextAction()).isEqualTo("Review the skill proposal sp_1");
        assertThat(report.steps().get(1).relatedIds())
                .containsOnlyKeys("memories")
                .containsEntry("memories", List.of("m1"));
        assertThat(report.evidence()).containsExactly(new EvidenceRef("trace", "t1"), new EvidenceRef("file", "t1/s1"));
        assertThat(report.id()).isEqualTo("learn_t1_" + NOON.toEpochMilli());
    }

    @Test
    void lp02SkipsEveryStageOfAFailureThatTaughtNothing() {
        run("t1", OutcomeLabel.FAILURE, null);

        TaskLearning report = report("t1", learning(Map.of(), null));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(report.steps().subList(0, 4))
                .extracting(LearningStep::status)
                .containsExactly(Status.SKIPPED, Status.SKIPPED, Status.SKIPPED, Status.SKIPPED);
        assertThat(report.summary()).isEqualTo("HTTP 500");
        assertThat(report.nextAction()).isEqualTo("Say what went wrong, as feedback on the run");
    }

    @Test
    void lp03SaysWhyNoMemoryWasWritten() {
        run("t1", OutcomeLabel.SUCCESS, null);

        TaskLearning report =
                report("t1", new RunLearning("Tidy up", "Done", "", receipt(Map.of()), "it is known", null));

        assertThat(report.steps().get(1).status()).isEqualTo(Status.SKIPPED);
        assertThat(report.steps().get(1).summary()).isEqualTo("No memory was written: it is known");
        assertThat(report.outcome()).isEqualTo(Outcome.NOOP);
        assertThat(last(report).stage()).isEqualTo(Stage.NO_LEARNING);
        assertThat(last(report).summary()).isEqualTo("Nothing learnt, because it is known");
        assertThat(report.nextAction()).isNull();
    }

    @Test
    void tellsWhatWaitsAndWhatBrokeFromWhatWasWritten() {
        run("t1", OutcomeLabel.SUCCESS, null);
        LearningReceipt waiting = receipt(Map.of(), Map.of("memories", List.of("w1")), List.of());
        LearningReceipt broken = receipt(Map.of(), Map.of(), List.of("profile: IllegalStateException"));

        TaskLearning first = report("t1", new RunLearning("A", "", "", waiting, "", null));
        TaskLearning second = report("t1", new RunLearning("A", "", "", broken, "", null));

        assertThat(first.steps().get(1).status()).isEqualTo(Status.PENDING);
        assertThat(first.nextAction()).isEqualTo("Review the writes that wait for an approval");
        assertThat(second.steps().get(1).status()).isEqualTo(Status.FAILED);
        assertThat(second.steps().get(1).details()).containsEntry("failures", "profile: IllegalStateException");
    }

    @Test
    void saysThatAFailureWeakenedWhatItUsed() {
        run("t1", OutcomeLabel.FAILURE, null);

        LearningStep playbook = report("t1", learning(Map.of("uses", List.of("p1")), null))
                .steps()
                .get(2);

        assertThat(playbook.status()).isEqualTo(Status.SKIPPED);
        assertThat(playbook.summary()).contains("weakened");
        assertThat(playbook.relatedIds()).containsEntry("playbook", List.of("p1"));
    }

    @Test
    void knowsWhatARunSawOfTheScreen() {
        run("t1", OutcomeLabel.SUCCESS, "screen_context");

        LearningStep screen = report("t1", learning(Map.of(), null)).steps().get(0);

        assertThat(screen.status()).isEqualTo(Status.DONE);
        assertThat(screen.evidence()).containsExactly(new EvidenceRef("screen_context", "t1/s1"));
    }

    @Test
    void reportsNothingOfARunThatGoesOnAndNothingTwice() {
        run("t1", trace -> trace.status(TraceStatus.RUNNING), null);
        run("t2", OutcomeLabel.SUCCESS, null);
        RunLearning learning = learning(Map.of("memories", List.of("m1")), null);

        assertThat(progress.report(SCOPE, "t1", learning, NOON)).isEmpty();
        assertThat(progress.report(SCOPE, "nowhere", learning, NOON)).isEmpty();
        assertThat(progress.report(SCOPE, "t2", learning, NOON)).isPresent();
        assertThat(progress.report(SCOPE, "t2", learning, NOON.plusSeconds(60))).isEmpty();
        assertThat(progress.of(SCOPE, "t2")).hasSize(1);
    }

    @Test
    void addsTheOutcomeOfAReviewAsAReportOfItsOwn() {
        run("t1", OutcomeLabel.SUCCESS, null);
        report("t1", learning(Map.of("uses", List.of("p1")), WAITING));
        SkillLook approved = new SkillLook("sp_1", SkillLook.APPROVED, "fine", "deploy");

        List<TaskLearning> added = progress.reviewed(SCOPE, approved, NOON.plusSeconds(60));

        assertThat(added).singleElement().satisfies(report -> {
            assertThat(last(report).stage()).isEqualTo(Stage.SKILL_APPROVED);
            assertThat(last(report).summary()).isEqualTo("The proposal was approved: fine");
            assertThat(last(report).relatedIds()).containsEntry("skill", List.of("deploy"));
            assertThat(report.outcome()).isEqualTo(Outcome.REINFORCED);
            assertThat(report.nextAction()).isNull();
        });
        assertThat(progress.reviewed(SCOPE, approved, NOON.plusSeconds(90))).isEmpty();
        assertThat(progress.of(SCOPE, "t1"))
                .extracting(TaskLearning::completedAt)
                .isSorted()
                .hasSize(2);
    }

    @Test
    void addsARejectionWithItsReasonAndLeavesOtherRunsAlone() {
        run("t1", OutcomeLabel.SUCCESS, null);
        run("t2", OutcomeLabel.SUCCESS, null);
        report("t1", learning(Map.of(), WAITING));
        report("t2", learning(Map.of("memories", List.of("m1")), null));

        List<TaskLearning> added =
                progress.reviewed(SCOPE, new SkillLook("sp_1", SkillLook.REJECTED, "too special", null), NOON);

        assertThat(added).extracting(TaskLearning::taskId).containsExactly("t1");
        assertThat(last(added.get(0)).stage()).isEqualTo(Stage.SKILL_REJECTED);
        assertThat(last(added.get(0)).summary()).isEqualTo("The proposal was rejected: too special");
    }

    @Test
    void goesOnBehindAReportAndKeepsReportsToTheirUser() {
        List<Long> sequences = new ArrayList<>();
        for (String id : List.of("t1", "t2", "t3")) {
            run(id, trace -> trace.userId(id.equals("t2") ? "ben" : "nora"), null);
            sequences.add(report(id, learning(Map.of("memories", List.of("m1")), null))
                    .sequence());
        }

        assertThat(progress.after(SCOPE, sequences.get(0), 10))
                .extracting(TaskLearning::taskId)
                .containsExactly("t2", "t3");
        assertThat(progress.after(SCOPE, -1, 1))
                .extracting(TaskLearning::taskId)
                .containsExactly("t1");
        assertThat(progress.after(SCOPE, sequences.get(2), 10)).isEmpty();
        assertThat(progress.latest(SCOPE, 2)).extracting(TaskLearning::taskId).containsExactly("t3", "t2");
        assertThat(progress.latest(new Scope("default", "ben"), 9))
                .extracting(TaskLearning::taskId)
                .containsExactly("t2");
        assertThat(progress.of(new Scope("default", "ben"), "t1")).isEmpty();
    }

    @Test
    void reportsARunOfALongName() {
        String id = "t".repeat(390);
        run(id, OutcomeLabel.SUCCESS, null);

        report(id, learning(Map.of(), null));

        assertThat(progress.of(SCOPE, id)).extracting(TaskLearning::taskId).containsExactly(id);
    }

    @Test
    void cutsASummaryToItsLength() {
        run("t1", OutcomeLabel.SUCCESS, null);

        TaskLearning report = report("t1", new RunLearning("x\ny", "w ".repeat(400), "", receipt(Map.of()), "", null));

        assertThat(report.summary()).hasSizeLessThanOrEqualTo(320).endsWith("…");
        assertThat(report.taskTitle()).isEqualTo("x y");
    }

    private static LearningStep last(TaskLearning report) {
        return report.steps().get(report.steps().size() - 1);
    }

    private TaskLearning report(String task, RunLearning learning) {
        return progress.report(SCOPE, task, learning, NOON).orElseThrow();
    }

    private static RunLearning learning(Map<String, List<String>> written, @Nullable SkillLook skill) {
        return new RunLearning("Tidy up", "Tidied up", "HTTP 500", receipt(written), "", skill);
    }

    private static LearningReceipt receipt(Map<String, List<String>> written) {
        return receipt(written, Map.of(), List.of());
    }

    private static LearningReceipt receipt(
            Map<String, List<String>> written, Map<String, List<String>> waiting, List<String> failures) {
        return new LearningReceipt(
                Distillation.Status.DONE,
                1,
                0,
                0,
                0,
                new TreeMap<>(),
                0,
                failures,
                new TreeMap<>(written),
                new TreeMap<>(waiting));
    }

    private void run(String id, OutcomeLabel label, @Nullable String evidence) {
        run(id, trace -> trace.outcome(tacit.api.trace.Outcome.of(label, OutcomeSource.GRADER)), evidence);
    }

    private void run(String id, UnaryOperator<TraceBuilder> more, @Nullable String evidence) {
        TraceBuilder trace = Trace.builder(id)
                .userId("nora")
                .startedAt(NOON)
                .endedAt(NOON.plusSeconds(1))
                .status(TraceStatus.COMPLETED);
        List<Span> spans = evidence == null
                ? List.of()
                : List.of(Span.builder("s1", Operation.EXECUTE_TOOL, "look")
                        .attribute(Attribute.EVIDENCE, evidence)
                        .build());
        traces.append(SCOPE, List.of(TraceUpdate.of(more.apply(trace).build(), spans)));
    }
}
