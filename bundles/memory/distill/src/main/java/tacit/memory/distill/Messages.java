package tacit.memory.distill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the messages that a span recorded. */
final class Messages {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One of them: who spoke, and the text of it without calls of tools. */
    record Message(String role, String text) {}

    private Messages() {}

    /** Recorded messages; empty where the text is none, or was cut off and cannot be told apart any more. */
    static List<Message> in(@Nullable String recorded) {
        List<Message> messages = new ArrayList<>();
        parsed(recorded).ifPresent(root -> collect(root, messages));
        return messages;
    }

    /** Whether a recorded text is one of plain words. */
    static boolean isPlain(@Nullable String recorded) {
        return recorded != null
                && !recorded.isBlank()
                && !recorded.stripLeading().startsWith("[")
                && !recorded.stripLeading().startsWith("{");
    }

    private static Optional<JsonNode> parsed(@Nullable String recorded) {
        if (recorded == null || recorded.isBlank() || isPlain(recorded)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(recorded));
        } catch (JsonProcessingException cutOff) {
            // Nobody can tell who said what in a record that was cut off, so it is nobody's statement.
            return Optional.empty();
        }
    }

    private static void collect(JsonNode node, List<Message> messages) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, messages));
        } else if (node.path("messages").isArray()) {
            collect(node.path("messages"), messages);
        } else if (node.has("role")) {
            StringBuilder text = new StringBuilder();
            content(node.has("parts") ? node.path("parts") : node.path("content"), text);
            messages.add(new Message(node.path("role").asText(), text.toString()));
        }
    }

    private static void content(JsonNode content, StringBuilder text) {
        if (content.isTextual()) {
            append(text, content.textValue());
        } else if (content.isArray()) {
            content.forEach(part -> part(part, text));
        }
    }

    // Only parts of text are words of the speaker: results of tools and files are not.
    private static void part(JsonNode part, StringBuilder text) {
        if (part.isTextual()) {
            append(text, part.textValue());
        } else if (part.path("type").asText("text").equals("text")) {
            append(
                    text,
                    part.has("content")
                            ? part.path("content").asText()
                            : part.path("text").asText());
        }
    }

    private static void append(StringBuilder text, String words) {
        if (!words.isEmpty()) {
            text.append(text.length() == 0 ? "" : "\n").append(words);
        }
    }
}
