package tacit.pulse.dreams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;

/** Reads what users said from what a span recorded. */
final class Messages {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What Tacit itself put before the words of a user is nothing that they said. */
    private static final Pattern OURS = Pattern.compile("<(cowork_[a-z_]+)>[\\s\\S]*?(?:</\\1>|\\z)");

    private Messages() {}

    /** The words of a user, each message once; none where nobody can tell who said what. */
    static List<String> ofUser(Span span) {
        String input = span.input();
        if (input == null || input.isBlank()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (input.stripLeading().startsWith("[") || input.stripLeading().startsWith("{")) {
            collect(parsed(input), words);
        } else if (span.operation().equals(Operation.INVOKE_AGENT)) {
            words.add(input);
        }
        return words.stream()
                .map(text -> OURS.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException cutOff) {
            // A record that was cut off tells nobody's words apart.
            return null;
        }
    }

    private static void collect(@Nullable JsonNode node, List<String> words) {
        if (node == null) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, words));
        } else if (node.path("messages").isArray()) {
            collect(node.path("messages"), words);
        } else if (node.path("role").asText().equals("user")) {
            JsonNode content = node.has("parts") ? node.path("parts") : node.path("content");
            if (content.isTextual()) {
                words.add(content.textValue());
            }
            content.forEach(part -> {
                if (part.path("type").asText("text").equals("text")) {
                    words.add(part.path("content").asText(part.path("text").asText()));
                }
            });
        }
    }
}
