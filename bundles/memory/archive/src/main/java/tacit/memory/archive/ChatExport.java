package tacit.memory.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the conversations of a ChatGPT export: of each the branch that was shown last, within its bounds. */
final class ChatExport {

    static final int MOST = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 6_000;
    private static final double LATEST_SECOND = 253_402_300_799.0;

    private ChatExport() {}

    static List<Item> items(String json) {
        JsonNode root = read(json);
        JsonNode conversations = root.isObject() ? root.path("conversations") : root;
        if (!conversations.isArray()) {
            throw new IllegalArgumentException("text must be a list of conversations in JSON");
        }
        List<Item> items = new ArrayList<>();
        conversations.forEach(conversation -> {
            String words = words(conversation);
            if (!words.isEmpty()) {
                items.add(new Item(label(conversation), words));
            }
        });
        return items;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // Its message holds what stands there.
            throw new IllegalArgumentException("text must be JSON, got something else at line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        }
    }

    private static String label(JsonNode conversation) {
        String title = conversation.path("title").asText("").strip();
        double seconds = conversation.path("create_time").asDouble(0);
        boolean dated = seconds > 0 && seconds < LATEST_SECOND;
        String date = dated
                ? Instant.ofEpochSecond((long) seconds)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                : "";
        return (title + " " + date).strip();
    }

    /** What the two said; empty where the user said nothing. */
    private static String words(JsonNode conversation) {
        StringBuilder words = new StringBuilder();
        boolean asked = false;
        for (JsonNode message : branch(conversation)) {
            String speaker = message.path("author").path("role").asText();
            String said = said(message);
            boolean user = speaker.equals("user");
            if (!said.isEmpty() && (user || speaker.equals("assistant"))) {
                asked |= user;
                words.append(user ? "User: " : "Assistant: ").append(said).append('\n');
            }
            if (words.length() > LONGEST) {
                break;
            }
        }
        return asked ? Texts.shortened(words.toString().strip(), LONGEST) : "";
    }

    private static String said(JsonNode message) {
        List<String> parts = new ArrayList<>();
        message.path("content").path("parts").forEach(part -> {
            if (part.isTextual()) {
                parts.add(part.asText());
            }
        });
        return String.join("\n", parts).strip();
    }

    private static Deque<JsonNode> branch(JsonNode conversation) {
        JsonNode mapping = conversation.path("mapping");
        Deque<JsonNode> messages = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String node = conversation.path("current_node").asText("");
        while (!node.isEmpty() && seen.add(node)) {
            JsonNode there = mapping.path(node);
            messages.addFirst(there.path("message"));
            node = there.path("parent").asText("");
        }
        if (seen.isEmpty()) {
            mapping.forEach(there -> messages.add(there.path("message")));
        }
        return messages;
    }
}
