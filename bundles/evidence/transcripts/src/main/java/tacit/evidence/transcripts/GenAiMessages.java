package tacit.evidence.transcripts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes messages as the OpenTelemetry conventions for generative AI have them. */
final class GenAiMessages {

    private GenAiMessages() {}

    static Map<String, Object> message(String role, List<Map<String, Object>> parts, @Nullable String finishReason) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("parts", List.copyOf(parts));
        if (finishReason != null) {
            message.put("finish_reason", finishReason);
        }
        return message;
    }

    static Map<String, Object> text(String content) {
        return content("text", content);
    }

    static Map<String, Object> reasoning(String content) {
        return content("reasoning", content);
    }

    static Map<String, Object> toolCall(String id, String name, Object arguments) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "tool_call");
        part.put("id", id);
        part.put("name", name);
        part.put("arguments", arguments);
        return part;
    }

    private static Map<String, Object> content(String type, String content) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", type);
        part.put("content", content);
        return part;
    }
}
