package tacit.surface.proxy.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the events of an Anthropic message together to what it would have been in one piece. Confined to one thread. */
final class MessageStream {

    private static final int MOST = 512;

    private final ObjectNode whole = JsonNodeFactory.instance.objectNode();
    private final Map<Integer, Block> blocks = new TreeMap<>();

    private record Block(ObjectNode start, StringBuilder text, StringBuilder input) {}

    static ObjectNode whole(List<JsonNode> events) {
        MessageStream stream = new MessageStream();
        events.forEach(stream::add);
        return stream.end();
    }

    private void add(JsonNode event) {
        switch (event.path("type").asText()) {
            case "message_start" -> {
                if (event.path("message") instanceof ObjectNode message) {
                    whole.setAll(message);
                }
            }
            case "content_block_start" -> {
                int index = event.path("index").asInt();
                if (index >= 0 && index < MOST && event.path("content_block") instanceof ObjectNode start) {
                    blocks.put(index, new Block(start, new StringBuilder(), new StringBuilder()));
                }
            }
            case "content_block_delta" -> delta(event);
            case "message_delta" -> end(event);
            case "error" -> whole.set("error", event.path("error"));
            default -> {
                // Pings, and the ends of blocks
            }
        }
    }

    private void delta(JsonNode event) {
        Block block = blocks.get(event.path("index").asInt());
        if (block != null) {
            JsonNode delta = event.path("delta");
            block.text().append(delta.path("text").asText(delta.path("thinking").asText("")));
            block.input().append(delta.path("partial_json").asText(""));
        }
    }

    private void end(JsonNode event) {
        JsonNode reason = event.path("delta").path("stop_reason");
        if (reason.isTextual()) {
            whole.set("stop_reason", reason);
        }
        if (event.path("usage") instanceof ObjectNode usage) {
            whole.withObjectProperty("usage").setAll(usage);
        }
    }

    private ObjectNode end() {
        ArrayNode content = whole.putArray("content");
        for (Block block : blocks.values()) {
            ObjectNode one = block.start().deepCopy();
            String type = one.path("type").asText();
            if (type.equals("text") || type.equals("thinking")) {
                one.put(type, one.path(type).asText("") + block.text());
            } else if (block.input().length() > 0) {
                one.put("input", block.input().toString());
            }
            content.add(one);
        }
        return whole;
    }
}
