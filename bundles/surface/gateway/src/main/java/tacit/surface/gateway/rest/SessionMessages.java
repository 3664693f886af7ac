package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;

/** Reads the messages of a conversation, in the forms in which agents' hosts keep them; and writes them. */
final class SessionMessages {

    static final int MOST = 5_000;

    /** The longest body that holds messages. */
    static final long MOST_BYTES = 8 << 20;

    private static final int LONGEST_NAME = 400;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final Set<String> FIELDS = Set.of("role", "content", "at");
    private static final Set<String> BLOCK =
            Set.of("type", "text", "content", "name", "id", "input", "arguments", "tool_use_id", "is_error", "source");

    private SessionMessages() {}

    /** What stands under a name; may be missing. */
    static List<SessionMessage> of(Fields fields, String name) {
        JsonNode list = fields.node().path(name);
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST) {
            throw new IllegalArgumentException(name + " must be a list of at most " + MOST + " messages");
        }
        List<SessionMessage> messages = new ArrayList<>();
        list.forEach(message -> messages.add(message(message)));
        return messages;
    }

    private static SessionMessage message(JsonNode node) {
        Fields fields = Fields.of(node, FIELDS);
        JsonNode content = node.path("content");
        List<Block> blocks = new ArrayList<>();
        if (content.isTextual()) {
            blocks.add(new Block(BlockKind.TEXT, "", "", content.textValue()));
        } else if (content.isArray()) {
            content.forEach(block -> blocks.add(block(block)));
        } else {
            throw new IllegalArgumentException("content must be a text or a list of blocks");
        }
        return new SessionMessage(fields.text("role", LONGEST_NAME), blocks, fields.optionalTime("at"));
    }

    private static Block block(JsonNode node) {
        Fields fields = Fields.of(node, BLOCK);
        String type = fields.text("type", LONGEST_NAME);
        return switch (type) {
            case "text" -> new Block(BlockKind.TEXT, "", "", words(node.path("text")));
            case "tool_use", "tool_call" ->
                new Block(
                        BlockKind.TOOL_CALL,
                        name(fields, "id"),
                        name(fields, "name"),
                        words(node.has("input") ? node.path("input") : node.path("arguments")));
            case "tool_result" ->
                new Block(
                        BlockKind.TOOL_RESULT,
                        node.has("tool_use_id") ? name(fields, "tool_use_id") : name(fields, "id"),
                        name(fields, "name"),
                        words(node.path("content")));
            case "image" -> new Block(BlockKind.IMAGE, "", "", "");
            default ->
                throw new IllegalArgumentException("type must be text, tool_use, tool_call, tool_result or image");
        };
    }

    private static String name(Fields fields, String name) {
        String value = fields.optionalText(name, LONGEST_NAME);
        return value == null ? "" : value;
    }

    /** A text, the texts of blocks, or the JSON that stands there. */
    private static String words(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        String text = node.isTextual() ? node.textValue() : isBlocks(node) ? texts(node) : Json.text(node);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text must have at most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static boolean isBlocks(JsonNode node) {
        return node.isArray()
                && !node.isEmpty()
                && node.valueStream().allMatch(block -> block.path("text").isTextual());
    }

    private static String texts(JsonNode blocks) {
        return String.join(
                "\n",
                blocks.valueStream().map(block -> block.get("text").textValue()).toList());
    }

    static List<Map<String, Object>> views(List<SessionMessage> messages) {
        return messages.stream().map(SessionMessages::view).toList();
    }

    private static Map<String, Object> view(SessionMessage message) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("role", message.role());
        view.put("content", message.blocks().stream().map(SessionMessages::view).toList());
        if (message.at() != null) {
            view.put("at", message.at().toString());
        }
        return view;
    }

    /** In the form in which it can be handed in again. */
    private static Map<String, Object> view(Block block) {
        Map<String, Object> view = new LinkedHashMap<>();
        switch (block.kind()) {
            case TEXT -> {
                view.put("type", "text");
                view.put("text", block.text());
            }
            case TOOL_CALL -> {
                view.put("type", "tool_call");
                name(view, "id", block.id());
                name(view, "name", block.name());
                view.put("arguments", block.text());
            }
            case TOOL_RESULT -> {
                view.put("type", "tool_result");
                name(view, "tool_use_id", block.id());
                name(view, "name", block.name());
                view.put("content", block.text());
            }
            case IMAGE -> view.put("type", "image");
        }
        return view;
    }

    private static void name(Map<String, Object> view, String name, String value) {
        if (!value.isEmpty()) {
            view.put(name, value);
        }
    }
}
