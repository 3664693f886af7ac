package tacit.memory.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.memory.words.Secrets;

/**
 * Writes a history in pieces that are small enough to be kept, and reads it back. Each piece is JSON of its own: a list of
 * blocks, where one that begins a message names the role, and one that was cut says that it belongs to the one before.
 */
final class HistoryText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_PIECE = 60_000;
    private static final int LONGEST_BLOCK = 30_000;

    private HistoryText() {}

    /** What looks like a secret is replaced before anything is cut, since a cut would hide it. */
    static List<String> pieces(List<SessionMessage> history) {
        List<String> pieces = new ArrayList<>();
        ArrayNode piece = MAPPER.createArrayNode();
        int length = 0;
        for (SessionMessage message : history) {
            for (ObjectNode block : blocks(message)) {
                int more = block.toString().length() + 1;
                if (length + more > LONGEST_PIECE && !piece.isEmpty()) {
                    pieces.add(piece.toString());
                    piece = MAPPER.createArrayNode();
                    length = 0;
                }
                piece.add(block);
                length += more;
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static List<ObjectNode> blocks(SessionMessage message) {
        List<ObjectNode> nodes = new ArrayList<>();
        for (Block block : message.blocks()) {
            boolean first = true;
            for (String part : parts(Secrets.redacted(block.text()))) {
                ObjectNode node = MAPPER.createObjectNode();
                node.put("kind", block.kind().name());
                node.put("id", block.id());
                node.put("name", block.name());
                node.put("text", part);
                if (!first) {
                    node.put("joined", true);
                }
                first = false;
                nodes.add(node);
            }
        }
        if (nodes.isEmpty()) {
            nodes.add(MAPPER.createObjectNode());
        }
        nodes.get(0).put("role", message.role());
        if (message.at() != null) {
            nodes.get(0).put("at", message.at().toString());
        }
        return nodes;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST_BLOCK) {
            int blank = text.lastIndexOf(' ', from + LONGEST_BLOCK);
            int to = blank > from ? blank + 1 : from + LONGEST_BLOCK;
            to = Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
            parts.add(text.substring(from, to));
            from = to;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** The history of all pieces in their order. */
    static List<SessionMessage> read(List<String> pieces) {
        List<SessionMessage> history = new ArrayList<>();
        String role = "";
        Instant at = null;
        List<Block> blocks = new ArrayList<>();
        for (String piece : pieces) {
            for (JsonNode node : json(piece)) {
                if (node.has("role")) {
                    end(history, role, at, blocks);
                    role = node.path("role").asText();
                    at = node.has("at") ? Instant.parse(node.path("at").asText()) : null;
                }
                read(node, blocks);
            }
        }
        end(history, role, at, blocks);
        return history;
    }

    private static void read(JsonNode node, List<Block> blocks) {
        if (node.path("joined").booleanValue() && !blocks.isEmpty()) {
            Block before = blocks.remove(blocks.size() - 1);
            blocks.add(new Block(
                    before.kind(),
                    before.id(),
                    before.name(),
                    before.text() + node.path("text").asText()));
        } else if (node.has("kind")) {
            blocks.add(new Block(
                    BlockKind.valueOf(node.path("kind").asText()),
                    node.path("id").asText(),
                    node.path("name").asText(),
                    node.path("text").asText()));
        }
    }

    private static void end(List<SessionMessage> history, String role, @Nullable Instant at, List<Block> blocks) {
        if (!role.isEmpty()) {
            history.add(new SessionMessage(role, blocks, at));
        }
        blocks.clear();
    }

    private static JsonNode json(String piece) {
        try {
            return MAPPER.readTree(piece);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a piece of a history", e);
        }
    }
}
