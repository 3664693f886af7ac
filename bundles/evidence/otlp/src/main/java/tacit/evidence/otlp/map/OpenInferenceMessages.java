package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts flattened OpenInference messages together again. */
final class OpenInferenceMessages {

    private OpenInferenceMessages() {}

    static @Nullable String take(Draft attributes, String prefix, String role) {
        Messages messages = new Messages();
        Indexed.take(attributes, prefix).values().forEach(fields -> add(messages, fields, role));
        return messages.json();
    }

    private static void add(Messages messages, Draft fields, String fallback) {
        String role = fields.takeText("message.role");
        ObjectNode message = messages.message(role == null ? fallback : role);
        String name = fields.takeText("message.name");
        if (name != null) {
            message.put("name", name);
        }
        String callId = fields.takeText("message.tool_call_id");
        String content = fields.takeText("message.content");
        if (callId != null) {
            Messages.addResponse(message, callId, TextNode.valueOf(content == null ? "" : content));
        } else {
            Messages.addText(message, content);
        }
        Indexed.take(fields, "message.contents.").values().forEach(part -> part(message, part));
        Indexed.take(fields, "message.tool_calls.").values().forEach(call -> call(message, call));
    }

    private static void part(ObjectNode message, Draft part) {
        String type = part.takeText("message_content.type");
        String text = part.takeText("message_content.text");
        if (text != null) {
            Messages.addText(message, text);
            return;
        }
        ObjectNode other = message.withArray("/parts").addObject().put("type", type == null ? "other" : type);
        for (Map.Entry<String, Object> field : part.rest().entrySet()) {
            other.put(field.getKey().replace("message_content.", ""), Draft.text(field.getValue()));
        }
    }

    private static void call(ObjectNode message, Draft call) {
        String arguments = call.takeText("tool_call.function.arguments");
        Messages.addCall(
                message,
                call.takeText("tool_call.id"),
                call.takeText("tool_call.function.name"),
                arguments == null ? null : TextNode.valueOf(arguments));
    }
}
