package tacit.learn.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A run as messages. Immutable by convention: nobody changes a message.
 *
 * @param messages as trainers read them: {@code role} and {@code content}, and calls with their results
 * @param secrets that were replaced in them
 * @param deleted whether a text that stood there was deleted
 */
record Conversation(List<ObjectNode> messages, int secrets, boolean deleted) {

    Conversation {
        messages = List.copyOf(messages);
    }

    /** Whether a user asked and the agent answered. */
    boolean teaches() {
        return is(0, "user")
                && messages.stream().anyMatch(message -> role(message).equals("assistant"));
    }

    /** How many messages it begins with in the same way as another, up to where the agent goes on in both. */
    int common(Conversation other) {
        int same = 0;
        while (same < Math.min(messages.size(), other.messages.size())
                && messages.get(same).equals(other.messages.get(same))) {
            same++;
        }
        while (same > 0 && !(is(same, "assistant") && other.is(same, "assistant"))) {
            same--;
        }
        return same;
    }

    private boolean is(int at, String role) {
        return at < messages.size() && role(messages.get(at)).equals(role);
    }

    private static String role(ObjectNode message) {
        return message.path("role").asText();
    }
}
