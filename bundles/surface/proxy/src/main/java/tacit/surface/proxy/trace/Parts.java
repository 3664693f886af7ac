package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;

/** Parts of messages, in the words of all protocols. */
final class Parts {

    private Parts() {}

    static void of(JsonNode content, Messages messages) {
        if (content.isTextual()) {
            messages.text("text", content.textValue());
        } else if (content.isArray()) {
            content.forEach(part -> part(part, messages));
        }
    }

    private static void part(JsonNode part, Messages messages) {
        String type = part.path("type").asText("");
        switch (type) {
            case "text", "input_text", "output_text" ->
                messages.text("text", part.path("text").asText(""));
            case "refusal" -> messages.text("refusal", part.path("refusal").asText(""));
            case "thinking" -> messages.text("reasoning", part.path("thinking").asText(""));
            case "tool_use", "server_tool_use" ->
                messages.call(part.path("id").asText(""), part.path("name").asText(""), part.path("input"));
            case "tool_result" -> messages.response(part.path("tool_use_id").asText(""), part.path("content"));
            default -> {
                if (part.isTextual()) {
                    messages.text("text", part.textValue());
                } else {
                    messages.other(type);
                }
            }
        }
    }

    static void calls(JsonNode calls, Messages messages) {
        for (JsonNode call : calls) {
            JsonNode function = call.path("function");
            JsonNode custom = call.path("custom");
            JsonNode named = function.isMissingNode() ? custom : function;
            JsonNode arguments = function.isMissingNode() ? custom.path("input") : function.path("arguments");
            messages.call(call.path("id").asText(""), named.path("name").asText(""), arguments);
        }
    }
}
