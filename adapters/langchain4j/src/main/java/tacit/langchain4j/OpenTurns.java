package tacit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The turns that are not over: those whose model is about to be called, found by the very message that it gets last, and those that
 * wait for tools, found by the ids of their calls. The oldest is ended where there are too many. Thread-safe.
 */
final class OpenTurns {

    private final int most;
    private final Map<Key, Turn> asked = new LinkedHashMap<>();
    private final Map<String, Turn> waiting = new LinkedHashMap<>();

    OpenTurns(int most) {
        this.most = most;
    }

    /** A message by itself, whatever others say the same. */
    private static final class Key {

        private final ChatMessage message;

        Key(ChatMessage message) {
            this.message = message;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // that it is this very message is the point
        public boolean equals(Object other) {
            return other instanceof Key key && key.message == message;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(message);
        }
    }

    synchronized void ask(ChatMessage last, Turn turn) {
        asked.put(new Key(last), turn);
        bound(asked);
    }

    /** Who is about to send this message; once. */
    synchronized @Nullable Turn asking(ChatMessage last) {
        return asked.remove(new Key(last));
    }

    synchronized void await(String callId, Turn turn) {
        if (!callId.isEmpty()) {
            waiting.put(callId, turn);
            bound(waiting);
        }
    }

    /** Who waits for one of the results at the end of these messages. */
    synchronized @Nullable Turn awaiting(List<ChatMessage> messages) {
        return results(messages).stream()
                .map(result -> waiting.get(Objects.requireNonNullElse(result.id(), "")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The results of tools at the end of messages, in their order. */
    static List<ToolExecutionResultMessage> results(List<ChatMessage> messages) {
        List<ToolExecutionResultMessage> results = new ArrayList<>();
        for (int i = messages.size() - 1; i >= 0 && messages.get(i) instanceof ToolExecutionResultMessage result; i--) {
            results.add(0, result);
        }
        return results;
    }

    /** It is over, whatever it waited for. */
    synchronized void over(Turn turn) {
        waiting.values().removeIf(other -> other.run() == turn.run());
    }

    private <K> void bound(Map<K, Turn> turns) {
        if (turns.size() > most) {
            K oldest = turns.keySet().iterator().next();
            Turn turn = turns.remove(oldest);
            if (turn != null) {
                over(turn);
                turn.run().end(turn.task(), null, null);
            }
        }
    }

    /** Ends all of them. */
    synchronized void endAll() {
        List<Turn> all = new ArrayList<>(asked.values());
        all.addAll(waiting.values());
        asked.clear();
        waiting.clear();
        all.forEach(turn -> turn.run().end(turn.task(), null, null));
    }
}
