package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.Json;

/** Reads {@code gen_ai.<role>.message} and {@code gen_ai.choice}, which emitters sent on spans and as logs. */
public final class EventMessages {

    private EventMessages() {}

    /**
     * Adds the message of an event to the input or the output.
     *
     * @param body the body of the log record; null for a span event
     * @return whether the event carries a message
     */
    public static boolean take(
            String name, Map<String, Object> attributes, @Nullable Object body, Messages input, Messages output) {
        if (name.equals("gen_ai.choice")) {
            JsonNode content = content(attributes, body);
            JsonNode stated = MessageForms.first(content, "message");
            JsonNode message = stated == null ? content : Messages.parsed(stated);
            add(output, message.isObject() ? message : content, "assistant");
            return true;
        }
        if (!name.startsWith("gen_ai.") || !name.endsWith(".message")) {
            return false;
        }
        add(input, content(attributes, body), name.substring("gen_ai.".length(), name.length() - ".message".length()));
        return true;
    }

    private static JsonNode content(Map<String, Object> attributes, @Nullable Object body) {
        Object stated = body == null ? attributes.get("gen_ai.event.content") : body;
        JsonNode parsed = stated == null ? null : Json.tryRead(Json.text(stated));
        if (parsed != null && parsed.isObject()) {
            return parsed;
        }
        return Json.mapper().valueToTree(attributes);
    }

    private static void add(Messages messages, JsonNode source, String role) {
        ObjectNode object = Json.mapper().createObjectNode().put("role", role);
        source.properties().forEach(field -> {
            String key = field.getKey();
            object.set(key.equals("id") && role.equals("tool") ? "tool_call_id" : key, unpacked(field.getValue()));
        });
        MessageForms.addAll(messages, object, role);
    }

    private static JsonNode unpacked(JsonNode value) {
        JsonNode inner = value.isTextual() ? Json.tryRead(value.textValue()) : null;
        return inner != null && inner.isArray() ? inner : value;
    }
}
