package tacit.adapt.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.EvidenceRef;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.TaskLearning;
import tacit.api.trace.TraceStatus;

/** Writes reports as JSON, and reads them back. */
final class ReportText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportText() {}

    static String of(TaskLearning report) {
        ObjectNode content = JSON.createObjectNode()
                .put("id", report.id())
                .put("taskId", report.taskId())
                .put("taskTitle", report.taskTitle())
                .put("taskStatus", report.taskStatus().name())
                .put("outcome", report.outcome().name())
                .put("completedAt", report.completedAt().toString())
                .put("summary", report.summary())
                .put("nextAction", report.nextAction());
        ArrayNode steps = content.putArray("steps");
        report.steps().forEach(step -> write(steps.addObject(), step));
        write(content.putArray("evidence"), report.evidence());
        return content.toString();
    }

    private static void write(ObjectNode node, LearningStep step) {
        node.put("stage", step.stage().name())
                .put("status", step.status().name())
                .put("title", step.title())
                .put("summary", step.summary());
        write(node.putArray("evidence"), step.evidence());
        ObjectNode ids = node.putObject("relatedIds");
        step.relatedIds().forEach((name, list) -> list.forEach(ids.withArrayProperty(name)::add));
        ObjectNode details = node.putObject("details");
        step.details().forEach(details::put);
    }

    private static void write(ArrayNode array, List<EvidenceRef> evidence) {
        evidence.forEach(
                one -> array.addObject().put("sourceType", one.sourceType()).put("id", one.id()));
    }

    static TaskLearning read(StateDocument document) {
        try {
            JsonNode content = JSON.readTree(document.content());
            List<LearningStep> steps = new ArrayList<>();
            content.path("steps").forEach(step -> steps.add(step(step)));
            return new TaskLearning(
                    content.path("id").asText(),
                    document.sequence(),
                    content.path("taskId").asText(),
                    document.userId(),
                    content.path("taskTitle").asText(),
                    TraceStatus.valueOf(content.path("taskStatus").asText()),
                    TaskLearning.Outcome.valueOf(content.path("outcome").asText()),
                    Instant.parse(content.path("completedAt").asText()),
                    content.path("summary").asText(),
                    steps,
                    text(content.path("nextAction")),
                    evidence(content.path("evidence")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read report '" + document.key() + "'", e);
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    private static LearningStep step(JsonNode node) {
        TreeMap<String, List<String>> ids = new TreeMap<>();
        node.path("relatedIds").properties().forEach(field -> {
            List<String> list = new ArrayList<>();
            field.getValue().forEach(id -> list.add(id.asText()));
            ids.put(field.getKey(), list);
        });
        TreeMap<String, String> details = new TreeMap<>();
        node.path("details")
                .properties()
                .forEach(field -> details.put(field.getKey(), field.getValue().asText()));
        return new LearningStep(
                LearningStep.Stage.valueOf(node.path("stage").asText()),
                LearningStep.Status.valueOf(node.path("status").asText()),
                node.path("title").asText(),
                node.path("summary").asText(),
                evidence(node.path("evidence")),
                ids,
                details);
    }

    private static List<EvidenceRef> evidence(JsonNode array) {
        List<EvidenceRef> evidence = new ArrayList<>();
        array.forEach(one -> evidence.add(
                new EvidenceRef(one.path("sourceType").asText(), one.path("id").asText())));
        return evidence;
    }
}
