package tacit.evidence.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes messages as the OpenTelemetry conventions for generative AI have them. */
final class Messages {

    private Messages() {}

    static Map<String, Object> message(String role, List<Map<String, Object>> parts) {
        return ordered("role", role, "parts", parts);
    }

    static Map<String, Object> text(String content) {
        return ordered("type", "text", "content", content);
    }

    static Map<String, Object> reasoning(String content) {
        return ordered("type", "reasoning", "content", content);
    }

    static Map<String, Object> toolCall(String id, String name, String arguments) {
        Map<String, Object> part = ordered("type", "tool_call", "id", id);
        part.put("name", name);
        part.put("arguments", arguments);
        return part;
    }

    private static Map<String, Object> ordered(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
