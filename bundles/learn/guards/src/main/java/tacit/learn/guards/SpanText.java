package tacit.learn.guards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads messages as the OpenTelemetry conventions have them, and the arguments of calls; other text stays as it is. */
final class SpanText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, @Nullable Object>> ARGUMENTS = new TypeReference<>() {};

    private SpanText() {}

    /** The messages of the user in what a model was given. */
    static List<String> ofUser(@Nullable String input) {
        return texts(input, "user");
    }

    /** What a model said. */
    static String ofAgent(@Nullable String output) {
        return String.join("\n", texts(output, "assistant"));
    }

    /** Whether a model asked for calls. */
    static boolean calls(@Nullable String output) {
        for (JsonNode message : messages(output)) {
            for (JsonNode part : message.path("parts")) {
                if (part.path("type").asText("").equals("tool_call")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The arguments by name; what is no object stands under {@code input}. */
    static Map<String, @Nullable Object> arguments(@Nullable String input) {
        if (input == null || input.isBlank()) {
            return Map.of();
        }
        JsonNode json = read(input);
        return json.isObject() ? JSON.convertValue(json, ARGUMENTS) : Map.of("input", input);
    }

    private static List<String> texts(@Nullable String text, String role) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        JsonNode messages = messages(text);
        if (!messages.isArray()) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode message : messages) {
            String said = message.path("role").asText("").equals(role) ? said(message) : "";
            if (!said.isBlank()) {
                texts.add(said);
            }
        }
        return texts;
    }

    private static String said(JsonNode message) {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : message.path("parts")) {
            if (part.path("type").asText("").equals("text")) {
                texts.add(part.path("content").asText(""));
            }
        }
        return String.join("\n", texts);
    }

    private static JsonNode messages(@Nullable String text) {
        JsonNode json = text == null ? MissingNode.getInstance() : read(text);
        return json.isArray() && json.path(0).has("role") ? json : MissingNode.getInstance();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
