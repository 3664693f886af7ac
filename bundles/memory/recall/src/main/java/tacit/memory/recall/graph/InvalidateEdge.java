package tacit.memory.recall.graph;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WriteGate;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.recall.tools.Args;

/** Says that a relation of the knowledge graph does not hold any more. */
@Component
public final class InvalidateEdge implements RecallTool {

    private final GraphGate graph;

    @Activate
    public InvalidateEdge(@Reference KnowledgeGraph graph, @Reference WriteGate gate) {
        this.graph = new GraphGate(graph, gate);
    }

    @Override
    public String name() {
        return "kg_invalidate_edge";
    }

    @Override
    public String summary() {
        return "Says that a relation of the knowledge graph does not hold any more";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, true, "of the relation"),
                new ToolParameter("at", Kind.TEXT, false, "when it ended, as a time; unless told, when this is done"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        GraphParts parts =
                new GraphParts().with(MemoryWrite.ID, args.text("id")).with("at", args.optionalTime("at"));
        return graph.ask(call, GraphWrites.INVALIDATE_EDGE, parts);
    }
}
