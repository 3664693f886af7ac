package tacit.adapt.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.EvidenceRef;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.LearningStep.Status;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.adapt.TaskLearning;
import tacit.api.adapt.TaskLearning.Outcome;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;

/** Makes reports of what is known of a run. */
final class Composing {

    private static final int LONGEST_SUMMARY = 320;
    private static final int LONGEST_TITLE = 160;
    private static final int MOST_EVIDENCE = 20;
    private static final Set<Stage> REVIEWED = Set.of(Stage.SKILL_APPROVED, Stage.SKILL_REJECTED, Stage.SKILL_REVIEWED);

    private Composing() {}

    static TaskLearning report(RecordedTrace run, RunLearning learning, Instant at) {
        Trace trace = run.trace();
        boolean failed = failed(trace);
        List<EvidenceRef> evidence = evidence(run);
        List<LearningStep> steps = Steps.of(learning, failed, evidence);
        return new TaskLearning(
                id(trace.id(), at),
                0,
                trace.id(),
                trace.userId(),
                title(trace, learning),
                trace.status(),
                outcome(failed, steps),
                at,
                summary(learning, failed),
                steps,
                nextAction(learning, failed, steps),
                evidence);
    }

    private static String id(String taskId, Instant at) {
        return "learn_" + taskId + "_" + at.toEpochMilli();
    }

    private static boolean failed(Trace trace) {
        return trace.outcome().label() == OutcomeLabel.FAILURE
                || (trace.status() == TraceStatus.FAILED && trace.outcome().label() != OutcomeLabel.SUCCESS);
    }

    private static String title(Trace trace, RunLearning learning) {
        String key = trace.taskKey();
        String title = learning.title().isBlank() ? (key == null ? "Run " + trace.id() : key) : learning.title();
        return line(title, LONGEST_TITLE);
    }

    private static String summary(RunLearning learning, boolean failed) {
        String first = failed ? learning.error() : learning.result();
        String other = failed ? learning.result() : "";
        String known = first.isBlank() ? other : first;
        return line(
                known.isBlank() ? (failed ? "The run failed" : "The run ended without words of a result") : known,
                LONGEST_SUMMARY);
    }

    private static Outcome outcome(boolean failed, List<LearningStep> steps) {
        if (failed) {
            return Outcome.FAILURE;
        }
        if (has(steps, Stage.SKILL_REVIEWED, Status.PENDING)) {
            return Outcome.PENDING_REVIEW;
        }
        if (has(steps, Stage.PLAYBOOK_REINFORCED, Status.DONE)) {
            return Outcome.REINFORCED;
        }
        return has(steps, Stage.NO_LEARNING, Status.DONE) ? Outcome.NOOP : Outcome.SUCCESS;
    }

    private static boolean has(List<LearningStep> steps, Stage stage, Status status) {
        return steps.stream().anyMatch(step -> step.stage() == stage && step.status() == status);
    }

    private static @Nullable String nextAction(RunLearning learning, boolean failed, List<LearningStep> steps) {
        SkillLook skill = learning.skill();
        if (skill != null && has(steps, Stage.SKILL_REVIEWED, Status.PENDING)) {
            return "Review the skill proposal " + skill.proposalId();
        }
        if (!learning.memories().waiting().isEmpty()) {
            return "Review the writes that wait for an approval";
        }
        if (has(steps, Stage.MEMORY_CAPTURED, Status.FAILED)) {
            return "Look into the log of the host: a memory could not be written";
        }
        return failed && has(steps, Stage.NO_LEARNING, Status.DONE)
                ? "Say what went wrong, as feedback on the run"
                : null;
    }

    /** The run, and what it says itself that it looked at. */
    private static List<EvidenceRef> evidence(RecordedTrace run) {
        List<EvidenceRef> evidence = new ArrayList<>();
        evidence.add(new EvidenceRef("trace", run.trace().id()));
        for (Span span : run.spans()) {
            Object type = span.attributes().get(Attribute.EVIDENCE);
            if (type != null && evidence.size() < MOST_EVIDENCE) {
                evidence.add(new EvidenceRef(String.valueOf(type), run.trace().id() + "/" + span.id()));
            }
        }
        return evidence;
    }

    /** Whether nothing but the time is new. */
    static boolean sameAs(TaskLearning last, TaskLearning report) {
        return last.steps().equals(report.steps())
                && last.outcome() == report.outcome()
                && last.summary().equals(report.summary())
                && last.taskStatus() == report.taskStatus();
    }

    static boolean names(TaskLearning report, SkillLook review) {
        return review.proposalId() != null
                && report.steps().stream().anyMatch(step -> step.relatedIds()
                        .getOrDefault(Steps.PROPOSAL, List.of())
                        .contains(review.proposalId()));
    }

    static boolean tellsOf(TaskLearning report, SkillLook review) {
        Stage stage = Steps.reviewStage(review);
        return report.steps().stream().anyMatch(step -> step.stage() == stage);
    }

    static TaskLearning reviewed(TaskLearning last, SkillLook review, Instant at) {
        List<LearningStep> steps = new ArrayList<>(last.steps());
        steps.removeIf(step -> REVIEWED.contains(step.stage()) || step.stage() == Stage.NO_LEARNING);
        steps.replaceAll(step -> step.stage() == Stage.SKILL_PROPOSED ? Steps.proposed(review) : step);
        steps.add(Steps.review(review));
        Outcome outcome = last.outcome() == Outcome.PENDING_REVIEW ? outcome(false, steps) : last.outcome();
        return new TaskLearning(
                id(last.taskId(), at),
                0,
                last.taskId(),
                last.userId(),
                last.taskTitle(),
                last.taskStatus(),
                outcome,
                at,
                last.summary(),
                steps,
                null,
                last.evidence());
    }

    static String line(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1).stripTrailing() + "…";
    }
}
