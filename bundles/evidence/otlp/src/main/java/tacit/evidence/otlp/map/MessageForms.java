package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.Json;

/** Brings the messages of several makers (OpenTelemetry, OpenAI, Anthropic, Gemini, Vercel) into one form. */
final class MessageForms {

    private MessageForms() {}

    /** A value that holds messages, or any other value as text; null when there is none. */
    static @Nullable String normalise(@Nullable Object value, String role) {
        String text = Draft.text(value);
        JsonNode node = text == null ? null : Json.tryRead(text);
        if (node == null) {
            return text;
        }
        Messages messages = new Messages();
        addAll(messages, node, role);
        return messages.isEmpty() ? text : messages.json();
    }

    /** Adds the messages of a list, of {@code {"messages": [...]}}, or the one message of an object. */
    static void addAll(Messages messages, JsonNode node, String role) {
        if (node.isArray()) {
            if (!node.isEmpty() && !isMessage(node.get(0)) && node.get(0).has("type")) {
                addParts(messages.message(role), node);
                return;
            }
            for (JsonNode element : node) {
                addAll(messages, element, role);
            }
        } else if (isMessage(node)) {
            add(messages, node, role);
        } else if (node.isObject()) {
            JsonNode list = first(node, "messages", "contents", "prompt");
            if (list != null && list.isArray()) {
                addAll(messages, list, role);
            }
        }
    }

    private static boolean isMessage(JsonNode node) {
        return node.isObject()
                && (node.has("role") || (node.has("parts") && node.get("parts").isArray()));
    }

    private static void add(Messages messages, JsonNode source, String role) {
        JsonNode stated = source.get("role");
        ObjectNode message = messages.message(role(stated == null || !stated.isTextual() ? role : stated.textValue()));
        copy(source, "name", message);
        String callId = text(source, "tool_call_id", "toolCallId");
        JsonNode content = first(source, "parts", "content");
        if (callId != null && "tool".equals(message.get("role").textValue()) && content != null) {
            Messages.addResponse(message, callId, content);
        } else if (content != null) {
            addParts(message, content);
        }
        JsonNode calls = first(source, "tool_calls", "toolCalls");
        if (calls != null) {
            calls.forEach(call -> addCall(message, call));
        }
        copy(source, "finish_reason", message);
    }

    private static String role(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "model", "ai", "assistant" -> "assistant";
            case "human", "user" -> "user";
            case "function", "tool", "tool-response", "tool-call-response" -> "tool";
            default -> role.toLowerCase(Locale.ROOT);
        };
    }

    /** Adds a content that is a list of parts in JSON, or plain words. */
    static void addContent(ObjectNode message, @Nullable String content) {
        JsonNode node = content == null ? null : Json.tryRead(content);
        boolean parts =
                node != null && node.isArray() && !node.isEmpty() && node.get(0).has("type");
        if (node != null && parts) {
            addParts(message, node);
        } else {
            Messages.addText(message, content);
        }
    }

    static void addParts(ObjectNode message, JsonNode content) {
        if (content.isTextual()) {
            Messages.addText(message, content.textValue());
        } else if (content.isArray()) {
            content.forEach(part -> addPart(message, part));
        } else if (content.isObject()) {
            addPart(message, content);
        }
    }

    private static void addPart(ObjectNode message, JsonNode part) {
        if (part.isTextual()) {
            Messages.addText(message, part.textValue());
            return;
        }
        JsonNode call = first(part, "function_call", "functionCall");
        JsonNode answer = first(part, "function_response", "functionResponse");
        if (call != null) {
            Messages.addCall(message, text(call, "id"), text(call, "name"), first(call, "args", "arguments"));
        } else if (answer != null) {
            Messages.addResponse(message, text(answer, "id", "name"), orEmpty(first(answer, "response")));
        } else {
            addTyped(message, part, part.path("type").asText("text"));
        }
    }

    private static void addTyped(ObjectNode message, JsonNode part, String type) {
        switch (type) {
            case "text", "input_text", "output_text" -> Messages.addText(message, text(part, "content", "text"));
            case "tool_call", "tool-call", "tool_use" -> addCall(message, part);
            case "tool_call_response", "tool-result", "tool_result" ->
                Messages.addResponse(
                        message,
                        text(part, "id", "toolCallId", "tool_use_id"),
                        orEmpty(first(part, "response", "result", "output", "content")));
            default -> message.withArray("/parts").add(part);
        }
    }

    /** Adds a call in the form of OpenAI ({@code function}), OpenTelemetry, Anthropic or Vercel. */
    static void addCall(ObjectNode message, JsonNode call) {
        JsonNode function = call.path("function").isObject() ? call.get("function") : call;
        Messages.addCall(
                message,
                text(call, "id", "toolCallId"),
                text(function, "name", "toolName"),
                first(function, "arguments", "args", "input"));
    }

    private static JsonNode orEmpty(@Nullable JsonNode node) {
        return node == null ? TextNode.valueOf("") : node;
    }

    private static void copy(JsonNode from, String field, ObjectNode to) {
        String value = text(from, field);
        if (value != null) {
            to.put(field, value);
        }
    }

    static @Nullable JsonNode first(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = node.get(field);
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    static @Nullable String text(JsonNode node, String... fields) {
        JsonNode value = first(node, fields);
        return value == null || value.isContainerNode() ? null : value.asText();
    }
}
