package tacit.pulse.executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;

/** Briefs, results and routing as JSON and back. Thread-safe. */
public final class BriefJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BriefJson() {}

    static String brief(TaskBrief brief) {
        return text(fields(brief));
    }

    /** What an executor outside is told of a brief. */
    public static ObjectNode fields(TaskBrief brief) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", brief.id());
        node.put("profileId", brief.profileId());
        node.put("workspaceId", brief.workspaceId());
        node.put("userId", brief.userId());
        node.put("source", brief.source());
        node.put("runId", brief.runId());
        node.put("title", brief.title());
        node.put("prompt", brief.prompt());
        node.put("context", brief.context());
        brief.evidence().forEach(node.putArray("evidence")::add);
        node.put("executor", brief.executor());
        node.put("device", brief.device());
        node.put("timeoutMillis", brief.timeout().toMillis());
        node.put("maxTokens", brief.maxTokens());
        node.put("maxMicros", brief.maxMicros());
        new TreeMap<>(brief.agentConfig()).forEach(node.putObject("agentConfig")::put);
        new TreeMap<>(brief.attributes()).forEach(node.putObject("attributes")::put);
        return node;
    }

    static TaskBrief brief(String json) {
        JsonNode node = node(json);
        return new TaskBrief(
                node.path("id").asText(),
                node.path("profileId").asText(),
                node.path("workspaceId").asText(),
                optional(node, "userId"),
                node.path("source").asText(),
                node.path("runId").asText(),
                node.path("title").asText(),
                node.path("prompt").asText(),
                node.path("context").asText(),
                texts(node.path("evidence")),
                optional(node, "executor"),
                optional(node, "device"),
                Duration.ofMillis(node.path("timeoutMillis").asLong()),
                node.path("maxTokens").asLong(),
                node.path("maxMicros").asLong(),
                map(node.path("agentConfig")),
                map(node.path("attributes")));
    }

    static String result(TaskResult result) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("succeeded", result.succeeded());
        node.put("output", result.output());
        node.put("error", result.error());
        node.put("environmental", result.environmental());
        node.put("tokens", result.tokens());
        node.put("micros", result.micros());
        node.put("traceId", result.traceId());
        new TreeMap<>(result.facts()).forEach(node.putObject("facts")::put);
        return text(node);
    }

    static TaskResult result(String json) {
        JsonNode node = node(json);
        return new TaskResult(
                node.path("succeeded").asBoolean(),
                node.path("output").asText(),
                optional(node, "error"),
                node.path("environmental").asBoolean(),
                node.path("tokens").asLong(),
                node.path("micros").asLong(),
                optional(node, "traceId"),
                map(node.path("facts")));
    }

    static String lines(List<String> lines) {
        ArrayNode array = MAPPER.createArrayNode();
        lines.forEach(array::add);
        return text(array);
    }

    static List<String> lines(String json) {
        return texts(node(json));
    }

    private static @Nullable String optional(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).textValue() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new TreeMap<>();
        node.properties().forEach(one -> map.put(one.getKey(), one.getValue().asText()));
        return map;
    }

    private static JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept of an execution must be JSON", e);
        }
    }

    private static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every execution can be written as JSON", e);
        }
    }
}
