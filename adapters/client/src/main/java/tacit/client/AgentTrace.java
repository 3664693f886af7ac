package tacit.client;

import java.util.List;

/**
 * What an agent did for one task, or a part of it: spans may come in several traces of the same id, in any order. Immutable.
 *
 * @param id 32 hexadecimal digits, see {@link TraceIds}
 * @param agent the name of the agent
 * @param spans what is new of it
 */
public record AgentTrace(String id, String agent, List<AgentSpan> spans) {

    public AgentTrace {
        spans = List.copyOf(spans);
    }
}
