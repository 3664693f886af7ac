package tacit.learn.mine.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads recorded messages, whether they are message JSON or plain text. Thread-safe. */
public final class MessageReader {

    private final ObjectMapper mapper = new ObjectMapper();

    /** The messages of a model call's input or output; plain text is one message of {@code role}. */
    public List<Message> read(@Nullable String recorded, String role) {
        if (recorded == null || recorded.isBlank()) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        parsed(recorded).ifPresent(root -> collect(root, role, messages));
        return messages.isEmpty() ? List.of(new Message(role, plain(recorded), List.of())) : messages;
    }

    /** Text as it was said, also where message JSON was cut off and its marks for lines and quotes are left. */
    private static String plain(String recorded) {
        return recorded.startsWith("[{") ? recorded.replace("\\n", "\n").replace("\\\"", "\"") : recorded;
    }

    private Optional<JsonNode> parsed(String recorded) {
        char first = recorded.stripLeading().charAt(0);
        if (first != '[' && first != '{') {
            return Optional.empty();
        }
        try {
            return Optional.of(mapper.readTree(recorded));
        } catch (JsonProcessingException notMessages) {
            // Text may begin with a brace, and a bounded record may be cut off: both are read as text.
            return Optional.empty();
        }
    }

    private static void collect(JsonNode node, String role, List<Message> messages) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, role, messages));
        } else if (node.path("messages").isArray()) {
            collect(node.path("messages"), role, messages);
        } else if (node.has("role") || node.has("parts")) {
            messages.add(message(node, role));
        }
    }

    private static Message message(JsonNode node, String role) {
        StringBuilder text = new StringBuilder();
        List<ToolCall> calls = new ArrayList<>();
        content(node.has("parts") ? node.path("parts") : node.path("content"), text, calls);
        node.path("tool_calls").forEach(call -> calls.add(call(call)));
        return new Message(node.path("role").asText(role), text.toString(), calls);
    }

    private static void content(JsonNode content, StringBuilder text, List<ToolCall> calls) {
        if (content.isTextual()) {
            append(text, content.textValue());
        } else if (content.isArray()) {
            content.forEach(part -> part(part, text, calls));
        } else if (content.isObject()) {
            part(content, text, calls);
        }
    }

    private static void part(JsonNode part, StringBuilder text, List<ToolCall> calls) {
        if (part.path("type").asText().equals("tool_call")
                || part.path("type").asText().equals("tool_use")) {
            calls.add(call(part));
        } else {
            for (String field : List.of("content", "text", "response", "result")) {
                JsonNode value = part.path(field);
                if (!value.isMissingNode() && !value.isNull()) {
                    append(text, value.isTextual() ? value.textValue() : value.toString());
                }
            }
        }
    }

    private static ToolCall call(JsonNode node) {
        JsonNode function = node.has("function") ? node.path("function") : node;
        JsonNode arguments = function.has("arguments") ? function.path("arguments") : function.path("input");
        return new ToolCall(
                function.path("name").asText(""), arguments.isTextual() ? arguments.textValue() : arguments.toString());
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(more);
    }
}
