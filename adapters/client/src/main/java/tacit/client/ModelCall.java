package tacit.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model. Immutable.
 *
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param input the messages that it got, without what Tacit put into them; see {@link Part#message}
 * @param output what it answered; empty where it failed
 * @param toolCalls the calls of tools that it asks for
 * @param facts attributes by the names of OpenTelemetry's GenAI conventions, such as {@code gen_ai.request.model}
 * @param failure what went wrong; null where nothing did
 */
public record ModelCall(
        Instant startedAt,
        Instant endedAt,
        List<Map<String, Object>> input,
        List<Map<String, Object>> output,
        List<ToolCall> toolCalls,
        Map<String, Object> facts,
        @Nullable Throwable failure) {

    public ModelCall {
        input = List.copyOf(input);
        output = List.copyOf(output);
        toolCalls = List.copyOf(toolCalls);
        facts = Map.copyOf(facts);
    }

    /**
     * A call of a tool that a model asks for. Immutable.
     *
     * @param id which the result will name; may be empty
     * @param arguments as the model wrote them, JSON as a rule
     */
    public record ToolCall(String id, String name, String arguments) {}

    /**
     * What a tool answered. Immutable.
     *
     * @param id of the call; may be empty
     * @param failed whether the tool says that it failed
     */
    public record ToolResult(String id, String name, String result, boolean failed) {}

    /** Parts of messages, as OpenTelemetry writes them. */
    public static final class Part {

        private Part() {}

        /** A message of a role ({@code system}, {@code user}, {@code assistant}, {@code tool}) with parts. */
        public static Map<String, Object> message(String role, List<Map<String, Object>> parts) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("role", role);
            message.put("parts", parts);
            return message;
        }

        public static Map<String, Object> text(String content) {
            return Map.of("type", "text", "content", content);
        }

        public static Map<String, Object> call(ToolCall call) {
            return Map.of("type", "tool_call", "id", call.id(), "name", call.name(), "arguments", call.arguments());
        }

        public static Map<String, Object> result(ToolResult result) {
            return Map.of("type", "tool_call_response", "id", result.id(), "response", result.result());
        }

        /** Something that is no text; its bytes are left out. */
        public static Map<String, Object> media(String mimeType) {
            return Map.of("type", "blob", "mime_type", mimeType);
        }
    }

    Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>(facts);
        attributes.put("gen_ai.operation.name", "chat");
        attributes.put("gen_ai.input.messages", Json.write(input));
        if (!output.isEmpty()) {
            attributes.put("gen_ai.output.messages", Json.write(output));
        }
        return attributes;
    }

    String name() {
        Object model = facts.get("gen_ai.request.model");
        return model == null ? "chat" : "chat " + model;
    }
}
