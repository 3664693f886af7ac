package tacit.pulse.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskOrder;

/** The arguments of a tool, in which words in braces stand for parts of a task. Immutable. */
final class ToolArguments {

    static final String USUAL = "{\"task\":\"{prompt}\",\"context\":\"{context}\"}";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern PART = Pattern.compile("\\{([a-z]+)\\}");

    private final Map<String, Object> template;

    private ToolArguments(Map<String, Object> template) {
        this.template = template;
    }

    /**
     * Of a JSON object.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ToolArguments of(String json) {
        try {
            return new ToolArguments(MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("settings.arguments must be a JSON object");
        }
    }

    Map<String, Object> of(TaskOrder order) {
        TaskBrief brief = order.brief();
        Map<String, String> parts = new TreeMap<>();
        parts.put("prompt", brief.prompt());
        parts.put("title", brief.title());
        parts.put("context", brief.context());
        parts.put("task", brief.id());
        parts.put("execution", order.executionId());
        parts.put("workspace", brief.workspaceId());
        parts.put("profile", brief.profileId());
        parts.put("user", Objects.requireNonNullElse(brief.userId(), ""));
        Map<String, Object> filled = new LinkedHashMap<>();
        template.forEach((name, value) -> filled.put(name, filled(value, parts)));
        return filled;
    }

    private static Object filled(Object value, Map<String, String> parts) {
        if (value instanceof String text) {
            return PART.matcher(text)
                    .replaceAll(part -> Matcher.quoteReplacement(parts.getOrDefault(part.group(1), part.group())));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> filled(one, parts)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((name, one) -> filled.put(String.valueOf(name), filled(one, parts)));
            return filled;
        }
        return value;
    }
}
