package tacit.surface.conversations;

import java.time.Instant;
import java.util.List;

/**
 * One conversation with its messages in order. Immutable.
 *
 * @param id as its owner names it
 * @param messages each one JSON object
 * @param updatedAt when it was replaced last
 */
record Conversation(String id, List<String> messages, Instant updatedAt) {

    Conversation {
        messages = List.copyOf(messages);
    }

    /**
     * What a list shows of one. Immutable.
     *
     * @param messages how many it has
     */
    record Summary(String id, long messages, Instant createdAt, Instant updatedAt) {}
}
