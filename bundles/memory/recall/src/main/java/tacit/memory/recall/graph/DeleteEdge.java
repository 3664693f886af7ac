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

/** Removes a relation of the knowledge graph as if it had never been stated. */
@Component
public final class DeleteEdge implements RecallTool {

    private final GraphGate graph;

    @Activate
    public DeleteEdge(@Reference KnowledgeGraph graph, @Reference WriteGate gate) {
        this.graph = new GraphGate(graph, gate);
    }

    @Override
    public String name() {
        return "kg_delete_edge";
    }

    @Override
    public String summary() {
        return "Removes a relation of the knowledge graph as if it had never been stated";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(new ToolParameter("id", Kind.TEXT, true, "of the relation"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        GraphParts parts = new GraphParts().with(MemoryWrite.ID, new Args(call).text("id"));
        return graph.ask(call, GraphWrites.DELETE_EDGE, parts);
    }
}
