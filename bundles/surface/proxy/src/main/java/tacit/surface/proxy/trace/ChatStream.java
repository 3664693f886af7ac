package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the chunks of a chat completion together to what it would have been in one piece. Confined to one thread. */
final class ChatStream {

    /** More choices, or calls in one, are not looked at. */
    private static final int MOST = 128;

    private final ObjectNode whole = JsonNodeFactory.instance.objectNode();
    private final Map<Integer, Choice> choices = new TreeMap<>();

    private static final class Choice {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder refusal = new StringBuilder();
        private final Map<Integer, ToolCall> calls = new TreeMap<>();
        private String finish = "";
    }

    private static final class ToolCall {
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";
    }

    static ObjectNode whole(List<JsonNode> events) {
        ChatStream stream = new ChatStream();
        events.forEach(stream::add);
        return stream.end();
    }

    private void add(JsonNode event) {
        for (String name : List.of("id", "model", "usage", "error")) {
            if (event.hasNonNull(name)) {
                whole.set(name, event.get(name));
            }
        }
        for (JsonNode choice : event.path("choices")) {
            int index = choice.path("index").asInt();
            if (index >= 0 && index < MOST) {
                add(choices.computeIfAbsent(index, number -> new Choice()), choice);
            }
        }
    }

    private static void add(Choice choice, JsonNode chunk) {
        JsonNode delta = chunk.path("delta");
        choice.text.append(delta.path("content").asText(""));
        choice.refusal.append(delta.path("refusal").asText(""));
        for (JsonNode call : delta.path("tool_calls")) {
            int index = call.path("index").asInt();
            if (index >= 0 && index < MOST) {
                add(choice.calls.computeIfAbsent(index, number -> new ToolCall()), call);
            }
        }
        if (chunk.hasNonNull("finish_reason")) {
            choice.finish = chunk.get("finish_reason").asText();
        }
    }

    private static void add(ToolCall call, JsonNode chunk) {
        JsonNode function = chunk.path("function");
        call.id += chunk.path("id").asText("");
        call.name += function.path("name").asText("");
        call.arguments.append(function.path("arguments").asText(""));
    }

    private ObjectNode end() {
        ArrayNode all = whole.putArray("choices");
        choices.forEach((index, choice) -> {
            ObjectNode one = all.addObject().put("index", index);
            if (!choice.finish.isEmpty()) {
                one.put("finish_reason", choice.finish);
            }
            ObjectNode message = one.putObject("message").put("role", "assistant");
            message.put("content", choice.text.toString());
            message.put("refusal", choice.refusal.toString());
            ArrayNode calls = message.putArray("tool_calls");
            choice.calls.values().forEach(call -> calls.addObject()
                    .put("id", call.id)
                    .putObject("function")
                    .put("name", call.name)
                    .put("arguments", call.arguments.toString()));
        });
        return whole;
    }
}
