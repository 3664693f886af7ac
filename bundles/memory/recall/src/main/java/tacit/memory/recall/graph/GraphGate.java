package tacit.memory.recall.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.GateDecision;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WriteGate;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.memory.recall.tools.Args;
import tacit.memory.recall.tools.Rows;

/** Asks the gate for each change that an agent wants to make to the knowledge graph. Thread-safe. */
final class GraphGate {

    private final KnowledgeGraph graph;
    private final GraphWrites writes;
    private final WriteGate gate;

    GraphGate(KnowledgeGraph graph, WriteGate gate) {
        this.graph = graph;
        this.writes = new GraphWrites(graph);
        this.gate = gate;
    }

    /** Does a change, or says that it waits or why it is not done. */
    ToolAnswer ask(ToolCall call, String action, GraphParts parts) {
        return ask(call, action, parts, null);
    }

    /** The same for a thing that is there: one that the scope does not have is refused at once. */
    ToolAnswer askForThing(ToolCall call, String action, GraphParts parts) {
        return ask(call, action, parts, words(call, parts.text(MemoryWrite.ID)));
    }

    private ToolAnswer ask(ToolCall call, String action, GraphParts parts, @Nullable String oldValue) {
        MemoryWrite write = new MemoryWrite(
                call.scope().workspaceId(),
                MemoryWrite.Target.GRAPH,
                action,
                MemoryWrite.Origin.AGENT_TOOL,
                call.taskId(),
                parts.with(MemoryWrite.USER, call.scope().userId()).map(),
                oldValue,
                null,
                new Args(call).evidence());
        Supplier<Map<String, Object>> change = writes.prepared(write);
        GateDecision decision = gate.evaluate(write);
        return switch (decision.answer()) {
            case ALLOWED -> ToolAnswer.of(List.of(done(change.get())));
            case STAGED -> held("staged", decision);
            case BLOCKED -> held("refused", decision);
        };
    }

    private static Map<String, Object> done(Map<String, Object> row) {
        Map<String, Object> done = new LinkedHashMap<>(row);
        done.put("status", "done");
        return done;
    }

    private static ToolAnswer held(String status, GateDecision decision) {
        return ToolAnswer.of(
                List.of(Rows.of("status", status, "pendingId", decision.pendingId(), "message", decision.words())));
    }

    /** What is known of a thing, for whoever reviews a change of it. */
    private @Nullable String words(ToolCall call, String id) {
        Audience owner = Audience.ofUser(call.scope().userId());
        return graph.subgraph(call.scope(), owner, List.of(id), null).entities().stream()
                .findFirst()
                .map(thing -> thing.description().isEmpty() ? thing.name() : thing.name() + ": " + thing.description())
                .orElse(null);
    }
}
