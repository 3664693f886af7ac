package tacit.memory.recall.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;

/** Reads the texts of messages, of whichever form an emitter wrote them in. */
final class Messages {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What stands where a whole text was taken back. */
    static final Pattern TOMBSTONE = Pattern.compile("\\[deleted sha256:[0-9a-f]{64}]");

    private Messages() {}

    /**
     * What a text says.
     *
     * @param usual the role where the text names none
     */
    static List<Said> of(@Nullable String text, String usual, Span span, @Nullable Instant at) {
        if (text == null || text.isBlank() || TOMBSTONE.matcher(text).matches()) {
            return List.of();
        }
        JsonNode node = json(text);
        if (node == null || !(node.isArray() || node.has("role") || node.has("messages"))) {
            return List.of(said(usual, text, span, at));
        }
        List<Said> all = new ArrayList<>();
        JsonNode list = node.has("messages") ? node.get("messages") : node;
        (list.isArray() ? list : MAPPER.createArrayNode().add(list))
                .forEach(message -> all.addAll(ofMessage(message, usual, span, at)));
        return all;
    }

    private static List<Said> ofMessage(JsonNode message, String usual, Span span, @Nullable Instant at) {
        if (message.isTextual()) {
            return List.of(said(usual, message.textValue(), span, at));
        }
        String role = message.path("role").asText(usual);
        if (!role.equals(Said.USER) && !role.equals(Said.ASSISTANT)) {
            return List.of();
        }
        JsonNode content = message.has("parts") ? message.get("parts") : message.path("content");
        StringBuilder text = new StringBuilder();
        if (content.isTextual()) {
            text.append(content.textValue());
        }
        for (JsonNode part : content.isArray() ? content : MAPPER.createArrayNode()) {
            append(text, part);
        }
        boolean nothing = text.toString().isBlank() || TOMBSTONE.matcher(text).matches();
        return nothing ? List.of() : List.of(said(role, text.toString(), span, at));
    }

    private static void append(StringBuilder text, JsonNode part) {
        String type = part.path("type").asText("text");
        JsonNode content = part.isTextual() ? part : part.has("content") ? part.get("content") : part.path("text");
        if (type.equals("text") && content.isTextual()) {
            text.append(text.length() == 0 ? "" : "\n").append(content.textValue());
        }
    }

    private static Said said(String role, String text, Span span, @Nullable Instant at) {
        return new Said(role, role, text.strip(), at, span.id(), 0);
    }

    /** A text as JSON; null when it is none. */
    static @Nullable JsonNode json(String text) {
        char first = text.stripLeading().charAt(0);
        if (first != '[' && first != '{') {
            return null;
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
