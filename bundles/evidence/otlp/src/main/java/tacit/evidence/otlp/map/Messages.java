package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.Json;

/** Collects messages as OTel GenAI message JSON: {@code [{"role", "parts": [...]}]}. Confined to one thread. */
public final class Messages {

    private final ArrayNode messages = Json.mapper().createArrayNode();

    /** Starts a message; its parts follow. */
    ObjectNode message(@Nullable String role) {
        ObjectNode message = messages.addObject().put("role", role == null ? "user" : role);
        message.putArray("parts");
        return message;
    }

    /** Adds a message of one text. */
    public Messages text(String role, @Nullable String content) {
        ObjectNode message = message(role);
        addText(message, content);
        return this;
    }

    static void addText(ObjectNode message, @Nullable String content) {
        if (content != null && !content.isEmpty()) {
            message.withArray("/parts").addObject().put("type", "text").put("content", content);
        }
    }

    static void addCall(ObjectNode message, @Nullable String id, @Nullable String name, @Nullable JsonNode arguments) {
        ObjectNode part = message.withArray("/parts").addObject().put("type", "tool_call");
        if (id != null) {
            part.put("id", id);
        }
        part.put("name", name == null ? "" : name);
        if (arguments != null && !arguments.isMissingNode() && !arguments.isNull()) {
            part.set("arguments", parsed(arguments));
        }
    }

    static void addResponse(ObjectNode message, @Nullable String id, JsonNode response) {
        ObjectNode part = message.withArray("/parts").addObject().put("type", "tool_call_response");
        if (id != null) {
            part.put("id", id);
        }
        part.set("response", parsed(response));
    }

    /** Arguments and results are often JSON inside a text: they are unpacked. */
    static JsonNode parsed(JsonNode value) {
        JsonNode inner = value.isTextual() ? Json.tryRead(value.textValue()) : null;
        return inner == null ? value : inner;
    }

    void addAll(Messages others) {
        messages.addAll(others.messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The messages as text; null when there are none. */
    public @Nullable String json() {
        return messages.isEmpty() ? null : messages.toString();
    }
}
