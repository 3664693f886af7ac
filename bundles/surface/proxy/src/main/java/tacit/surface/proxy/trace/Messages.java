package tacit.surface.proxy.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects messages as OTel GenAI message JSON, {@code [{"role", "parts": [...]}]}, within bounds: whoever reads a record that was
 * cut in its middle cannot tell any more who said what. Confined to one thread.
 */
final class Messages {

    /** The most characters of all messages; the store keeps 65,536 of a text. */
    static final int MOST = 48_000;

    static final int MOST_OF_A_TEXT = 12_000;

    private static final int MOST_OF_A_MESSAGE = 20_000;

    private final ObjectMapper json;
    private final List<ObjectNode> messages = new ArrayList<>();
    private @Nullable ArrayNode parts;
    private int left;

    Messages(ObjectMapper json) {
        this.json = json;
    }

    /** Starts a message; its parts follow. */
    void message(String role) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("role", role.isEmpty() ? "user" : role);
        parts = message.putArray("parts");
        left = MOST_OF_A_MESSAGE;
        messages.add(message);
    }

    private ObjectNode part(String type) {
        if (parts == null) {
            message("user");
        }
        return Objects.requireNonNull(parts).addObject().put("type", type);
    }

    void text(String type, String text) {
        if (!text.isEmpty()) {
            ObjectNode part = part(type);
            part.put("content", taken(text));
        }
    }

    /** Something that is not words, such as an image: only that it was there. */
    void other(String type) {
        part(type.isEmpty() ? "other" : type);
    }

    void call(String id, String name, JsonNode arguments) {
        ObjectNode part = part("tool_call");
        if (!id.isEmpty()) {
            part.put("id", id);
        }
        part.put("name", name);
        if (!arguments.isMissingNode() && !arguments.isNull()) {
            part.set("arguments", bounded(arguments));
        }
    }

    void response(String id, JsonNode response) {
        ObjectNode part = part("tool_call_response");
        if (!id.isEmpty()) {
            part.put("id", id);
        }
        part.set("response", bounded(response));
    }

    /** Arguments and results are often JSON inside a text: they are unpacked, where they are short enough to stay whole. */
    private JsonNode bounded(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        if (text.length() > Math.min(left, MOST_OF_A_TEXT)) {
            return JsonNodeFactory.instance.textNode(taken(text));
        }
        left -= text.length();
        return value.isTextual() ? parsed(text) : value;
    }

    private JsonNode parsed(String text) {
        String begin = text.stripLeading();
        if (begin.startsWith("{") || begin.startsWith("[")) {
            try {
                return json.readTree(text);
            } catch (JsonProcessingException e) {
                return JsonNodeFactory.instance.textNode(text);
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private String taken(String text) {
        String taken = bounded(text, Math.max(8, Math.min(left, MOST_OF_A_TEXT)));
        left -= taken.length();
        return taken;
    }

    static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int head = most * 3 / 4;
        int tail = most / 4;
        int end = Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head;
        int rest = text.length() - tail;
        rest += Character.isLowSurrogate(text.charAt(rest)) ? 1 : 0;
        return text.substring(0, end) + " … " + text.substring(rest);
    }

    /** How many there are. */
    int size() {
        return messages.size();
    }

    /** The messages as text; those in the middle go first where there is no room for all. Null when there are none. */
    @Nullable
    String text() {
        if (messages.isEmpty()) {
            return null;
        }
        List<String> texts =
                new ArrayList<>(messages.stream().map(ObjectNode::toString).toList());
        int length = texts.stream().mapToInt(text -> text.length() + 1).sum();
        // What was asked stands first, what was found last stands last
        while (length > MOST && texts.size() > 2) {
            length -= texts.remove(1).length() + 1;
        }
        return length > MOST + MOST_OF_A_TEXT ? null : "[" + String.join(",", texts) + "]";
    }
}
