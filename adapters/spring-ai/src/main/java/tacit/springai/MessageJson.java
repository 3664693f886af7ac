package tacit.springai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.MediaContent;
import tacit.client.Json;

/** Writes messages of Spring AI as JSON, and reads them back. */
final class MessageJson {

    private static final String FORM = "spring-ai";

    private MessageJson() {}

    static Map<String, Object> json(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", message.getMessageType().getValue().toLowerCase(Locale.ROOT));
        json.put("form", FORM);
        put(json, "content", message.getText());
        if (message instanceof AssistantMessage assistant && assistant.hasToolCalls()) {
            json.put(
                    "toolCalls",
                    assistant.getToolCalls().stream().map(MessageJson::call).toList());
        }
        if (message instanceof ToolResponseMessage tools) {
            json.put(
                    "toolResponses",
                    tools.getResponses().stream().map(MessageJson::response).toList());
        }
        if (message instanceof MediaContent content && !content.getMedia().isEmpty()) {
            json.put("media", content.getMedia().stream().map(MediaJson::json).toList());
        }
        Map<String, Object> metadata = MetadataJson.json(message.getMetadata());
        if (!metadata.isEmpty()) {
            json.put("metadata", metadata);
        }
        return json;
    }

    private static Map<String, Object> call(AssistantMessage.ToolCall call) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", call.id());
        put(json, "type", call.type());
        put(json, "name", call.name());
        put(json, "arguments", call.arguments());
        return json;
    }

    private static Map<String, Object> response(ToolResponseMessage.ToolResponse response) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", response.id());
        put(json, "name", response.name());
        put(json, "content", response.responseData());
        return json;
    }

    static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    static Message message(Map<String, Object> json) {
        if (!FORM.equals(json.get("form"))) {
            throw new IllegalStateException(
                    "The conversation was kept by '" + json.get("form") + "' and not by Spring AI");
        }
        Map<String, Object> metadata = MetadataJson.metadata(json.get("metadata"));
        return switch (MessageType.valueOf(text(json, "role").toUpperCase(Locale.ROOT))) {
            case USER -> user(json, metadata);
            case SYSTEM ->
                SystemMessage.builder()
                        .text(text(json, "content"))
                        .metadata(metadata)
                        .build();
            case ASSISTANT -> assistant(json, metadata);
            case TOOL -> tool(json, metadata);
        };
    }

    private static Message user(Map<String, Object> json, Map<String, Object> metadata) {
        return UserMessage.builder()
                .text(text(json, "content"))
                .media(objects(json, "media").stream().map(MediaJson::media).toList())
                .metadata(metadata)
                .build();
    }

    private static Message assistant(Map<String, Object> json, Map<String, Object> metadata) {
        return AssistantMessage.builder()
                .content(json.get("content") == null ? null : text(json, "content"))
                .properties(metadata)
                .media(objects(json, "media").stream().map(MediaJson::media).toList())
                .toolCalls(objects(json, "toolCalls").stream()
                        .map(call -> new AssistantMessage.ToolCall(
                                text(call, "id"), text(call, "type"), text(call, "name"), text(call, "arguments")))
                        .toList())
                .build();
    }

    private static Message tool(Map<String, Object> json, Map<String, Object> metadata) {
        return ToolResponseMessage.builder()
                .responses(objects(json, "toolResponses").stream()
                        .map(response -> new ToolResponseMessage.ToolResponse(
                                text(response, "id"), text(response, "name"), text(response, "content")))
                        .toList())
                .metadata(metadata)
                .build();
    }

    static String text(Map<String, Object> json, String name) {
        Object value = json.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
        return json.get(name) instanceof List<?> list
                ? list.stream().map(Json::asObject).toList()
                : List.of();
    }
}
