package tacit.learn.mine.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;

/**
 * All turns of one agent in a trace. Immutable.
 *
 * @param agent the agent; null for model calls outside any
 * @param depth how many agents stand above it
 * @param turns in order; never empty
 * @param tools the tools and team members that it was offered, as far as the trace tells
 */
public record AgentRun(@Nullable Span agent, int depth, List<Turn> turns, Set<String> tools) {

    public AgentRun {
        turns = List.copyOf(turns);
        tools = Set.copyOf(tools);
    }
}
