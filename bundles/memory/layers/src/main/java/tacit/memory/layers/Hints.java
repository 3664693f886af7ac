package tacit.memory.layers;

import java.util.ArrayList;
import java.util.List;
import tacit.api.memory.AssembledContext;
import tacit.memory.words.Tokens;

/**
 * Which tools find what does not stand in the prompt. Immutable.
 *
 * @param quotes {@code search_quotes} is there
 * @param sessions {@code search_sessions} is there
 * @param durable {@code context_grep} and {@code context_describe} are there
 * @param topics {@code memory_topics_load} is there
 */
record Hints(boolean quotes, boolean sessions, boolean durable, boolean topics) {

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Ask for more where this is not enough:");
        if (quotes) {
            lines.add("- search_quotes: the exact words of earlier conversations and notes");
        }
        if (sessions) {
            lines.add("- search_sessions: what was done and said in earlier sessions");
        }
        if (durable) {
            lines.add("- context_grep, context_describe: the parts of this conversation that were compacted");
        }
        lines.add("- search_memories: all that is remembered of this workspace");
        if (topics) {
            lines.add("- memory_topics_load: what is collected on a topic");
        }
        return String.join("\n", lines);
    }

    AssembledContext.Block block() {
        return new AssembledContext.Block("recall_hints", text(), Tokens.of(text()), List.of());
    }
}
