package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.EvidenceRef;
import tacit.api.adapt.TaskLearning;

/** Feedback and reports of learning as they are shown. */
final class FeedbackViews {

    private FeedbackViews() {}

    /** One text for a part: what was done, or why nothing was. */
    static String words(FeedbackRoute route) {
        return switch (route.state()) {
            case DONE -> route.words();
            case SKIPPED -> "nothing: " + route.words();
            case FAILED -> "failed: " + route.words();
            case WAITING -> "waits";
        };
    }

    static Map<String, Object> feedback(KeptFeedback kept) {
        GivenFeedback feedback = kept.feedback();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", feedback.id());
        view.put("at", feedback.at().toString());
        view.put("taskId", feedback.taskId());
        put(view, "messageId", feedback.messageId());
        put(view, "userId", feedback.userId());
        view.put("decision", feedback.decision().word());
        view.put("kind", feedback.kind().name().toLowerCase(Locale.ROOT));
        if (feedback.kind() == GivenFeedback.Kind.TASK) {
            boolean good = feedback.decision() == GivenFeedback.Decision.ACCEPTED;
            view.put("rating", good ? "positive" : "negative");
        }
        put(view, "reason", feedback.reason());
        put(view, "note", feedback.note());
        put(view, "channel", feedback.channel());
        view.put("by", kept.by());
        Map<String, Object> routed = new LinkedHashMap<>();
        kept.routed().forEach((name, route) -> routed.put(name, words(route)));
        view.put("routed", routed);
        return view;
    }

    static Map<String, Object> report(TaskLearning report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", report.id());
        view.put("taskId", report.taskId());
        put(view, "userId", report.userId());
        view.put("taskTitle", report.taskTitle());
        view.put("taskStatus", report.taskStatus().name().toLowerCase(Locale.ROOT));
        view.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        view.put("completedAt", report.completedAt().toString());
        view.put("summary", report.summary());
        view.put(
                "steps", report.steps().stream().map(step -> step(report, step)).toList());
        put(view, "nextAction", report.nextAction());
        view.put(
                "evidenceRefs",
                report.evidence().stream().map(FeedbackViews::evidence).toList());
        return view;
    }

    private static Map<String, Object> step(TaskLearning report, LearningStep step) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("stage", step.stage().word());
        view.put("status", step.status().name().toLowerCase(Locale.ROOT));
        view.put("title", step.title());
        view.put("summary", step.summary());
        view.put("createdAt", report.completedAt().toString());
        view.put(
                "evidenceRefs",
                step.evidence().stream().map(FeedbackViews::evidence).toList());
        view.put("relatedIds", step.relatedIds());
        view.put("details", step.details());
        return view;
    }

    private static Map<String, Object> evidence(EvidenceRef evidence) {
        return Map.of("sourceType", evidence.sourceType(), "id", evidence.id());
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value);
        }
    }
}
