package tacit.pulse.executors.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.TaskResult;

/**
 * What an executor outside said of its own work. Immutable.
 *
 * @param output the answer
 * @param succeeded null when it does not say
 * @param error null for nothing
 * @param environmental whether the world was in the way
 * @param tokens 0 when it does not say
 * @param micros 0 when it does not say
 * @param traceId null for none
 */
record Said(
        String output,
        @Nullable Boolean succeeded,
        @Nullable String error,
        boolean environmental,
        long tokens,
        long micros,
        @Nullable String traceId) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> KNOWN = List.of(
            "tokens", "usage", "micros", "cost_usd", "total_cost_usd", "traceId", "trace_id", "succeeded", "is_error");
    private static final List<String> USAGE = List.of(
            "input_tokens",
            "output_tokens",
            "cache_creation_input_tokens",
            "cache_read_input_tokens",
            "prompt_tokens",
            "completion_tokens");

    /** Reads what was printed: the last line may be a JSON object with at least one known name. */
    static Said ofPrinted(String printed) {
        String text = printed.stripTrailing();
        int line = text.lastIndexOf('\n') + 1;
        Optional<JsonNode> last =
                object(text.substring(line)).filter(node -> KNOWN.stream().anyMatch(node::has));
        return last.map(node -> of(node, text.substring(0, line).stripTrailing()))
                .orElseGet(() -> new Said(text, null, null, false, 0, 0, null));
    }

    /** Reads a JSON object; empty when it is none. */
    static Optional<Said> ofJson(String body) {
        return object(body).map(node -> of(node, ""));
    }

    private static Optional<JsonNode> object(String text) {
        if (!text.strip().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Said of(JsonNode node, String before) {
        String output = Stream.of("output", "result", "answer")
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse(before);
        Boolean succeeded = node.path("succeeded").isBoolean()
                ? Boolean.valueOf(node.path("succeeded").booleanValue())
                : node.path("is_error").isBoolean()
                        ? Boolean.valueOf(!node.path("is_error").booleanValue())
                        : null;
        return new Said(
                output,
                succeeded,
                text(node, "error"),
                node.path("environmental").asBoolean(false),
                tokens(node),
                micros(node),
                text(node, "traceId") == null ? text(node, "trace_id") : text(node, "traceId"));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).textValue() : null;
    }

    private static long tokens(JsonNode node) {
        JsonNode usage = node.path("usage");
        long said = node.path("tokens").asLong(usage.path("total_tokens").asLong(0));
        long sum = USAGE.stream().mapToLong(name -> usage.path(name).asLong(0)).sum();
        return Math.max(0, said > 0 ? said : sum);
    }

    private static long micros(JsonNode node) {
        double dollars =
                node.path("cost_usd").asDouble(node.path("total_cost_usd").asDouble(0));
        return Math.max(0, node.path("micros").asLong(Math.round(dollars * 1_000_000)));
    }

    /** The result, where it succeeded unless it says otherwise. */
    TaskResult result(Map<String, String> facts) {
        boolean done = succeeded == null || succeeded;
        String why = done ? error : error == null ? "It says that it failed" : error;
        return new TaskResult(done, output, why, !done && environmental, tokens, micros, traceId, facts);
    }

    /** The result of what failed, whatever it said. */
    TaskResult failed(String why, boolean worldInTheWay, Map<String, String> facts) {
        String all = error == null ? why : why + ": " + error;
        return new TaskResult(false, output, all, worldInTheWay || environmental, tokens, micros, traceId, facts);
    }
}
