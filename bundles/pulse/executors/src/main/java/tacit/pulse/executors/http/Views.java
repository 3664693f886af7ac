package tacit.pulse.executors.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions.Device;
import tacit.api.execute.Shells.ShellResult;
import tacit.api.execute.Shells.ShellSession;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskResult;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;

/** Answers as JSON, and questions from it. */
final class Views {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Views() {}

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every answer can be written as JSON", e);
        }
    }

    /** The JSON object of a body with no other fields than these; an empty body is an empty object. */
    static JsonNode body(Call call, Set<String> fields) {
        try {
            String text = new String(call.body(), StandardCharsets.UTF_8);
            JsonNode body = text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
            if (!body.isObject()) {
                throw new HttpProblem(400, "The body must be a JSON object");
            }
            Set<String> others = new TreeSet<>();
            body.fieldNames().forEachRemaining(others::add);
            others.removeAll(fields);
            if (!others.isEmpty()) {
                throw new HttpProblem(400, "The body has unknown fields: " + String.join(", ", others));
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new HttpProblem(400, "The body must be JSON");
        }
    }

    static void onlyParameters(Call call, Set<String> known) {
        Set<String> others = new TreeSet<>(call.query().keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new HttpProblem(400, "Unknown parameters: " + String.join(", ", others));
        }
    }

    static int number(Call call, String name, int usual, int most) {
        String word = call.parameter(name).orElse(String.valueOf(usual));
        int value = word.matches("\\d{1,9}") ? Integer.parseInt(word) : -1;
        if (value < 0 || value > most) {
            throw new HttpProblem(400, name + " must be in [0, " + most + "], got '" + word + "'");
        }
        return value;
    }

    static Map<String, @Nullable Object> brief(Execution one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        TaskResult result = one.result();
        view.put("id", one.id());
        view.put("state", one.state().name().toLowerCase(Locale.ROOT));
        view.put("task", one.brief().id());
        view.put("title", one.brief().title());
        view.put("profileId", one.brief().profileId());
        view.put("userId", one.brief().userId());
        view.put("source", one.brief().source());
        view.put("runId", one.brief().runId());
        view.put("approvalId", one.approvalId());
        view.put("executor", one.executor());
        view.put("device", one.device());
        view.put("attempts", one.attempts());
        view.put("error", result == null ? null : result.error());
        view.put("tokens", result == null ? 0 : result.tokens());
        view.put("micros", result == null ? 0 : result.micros());
        view.put("traceId", result == null ? null : result.traceId());
        view.put("createdAt", time(one.createdAt()));
        view.put("startedAt", time(one.startedAt()));
        view.put("endedAt", time(one.endedAt()));
        return view;
    }

    static Map<String, @Nullable Object> whole(Execution one) {
        Map<String, @Nullable Object> view = brief(one);
        TaskBrief brief = one.brief();
        TaskResult result = one.result();
        view.put("prompt", brief.prompt());
        view.put("context", brief.context());
        view.put("evidence", brief.evidence());
        view.put("timeoutSeconds", brief.timeout().toSeconds());
        view.put("maxTokens", brief.maxTokens());
        view.put("maxMicros", brief.maxMicros());
        view.put("agentConfig", new TreeMap<>(brief.agentConfig()));
        view.put("attributes", new TreeMap<>(brief.attributes()));
        view.put("routing", one.routing());
        view.put("output", result == null ? null : result.output());
        view.put("environmental", result != null && result.environmental());
        view.put("facts", result == null ? Map.of() : new TreeMap<>(result.facts()));
        return view;
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    static Map<String, @Nullable Object> device(Device one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", one.name());
        view.put("executor", one.executor());
        view.put("workspaces", one.workspaces());
        view.put("priority", one.priority());
        view.put("enabled", one.enabled());
        view.put("problem", one.problem());
        view.put("running", one.running());
        view.put("capacity", one.capacity());
        return view;
    }

    static Map<String, @Nullable Object> session(ShellSession one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("key", one.key());
        view.put("folder", one.folder().toString());
        view.put("environment", new TreeMap<>(one.environment()));
        view.put("aliases", new TreeMap<>(one.aliases()));
        view.put("commands", one.commands());
        view.put("lastUsedAt", one.lastUsedAt().toString());
        return view;
    }

    static Map<String, @Nullable Object> result(ShellResult one) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("exit", one.exit());
        view.put("output", one.output());
        view.put("error", one.error());
        view.put("cut", one.cut());
        view.put("timedOut", one.timedOut());
        return view;
    }
}
