package tacit.learn.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as the OpenTelemetry conventions write them. Pure functions. */
final class Messages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Messages() {}

    /** What one role says; a text that holds no messages is said by the user, or by the agent where that is asked for. */
    static List<String> of(@Nullable String text, String role, boolean plain) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        JsonNode messages = read(text);
        if (!messages.isArray() || !messages.path(0).has("role")) {
            return plain ? List.of(text) : List.of();
        }
        List<String> said = new ArrayList<>();
        for (JsonNode message : messages) {
            if (message.path("role").asText("").equals(role)) {
                said.add(said(message));
            }
        }
        return said;
    }

    private static String said(JsonNode message) {
        StringBuilder said = new StringBuilder();
        for (JsonNode part : message.path("parts")) {
            if (part.path("type").asText("").equals("text")) {
                said.append(part.path("content").asText("")).append('\n');
            }
        }
        return said.toString();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
