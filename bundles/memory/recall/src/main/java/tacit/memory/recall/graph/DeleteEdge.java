package tacit.memory.recall.graph;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.recall.tools.Args;
import tacit.memory.recall.tools.Rows;

/** Removes a relation of the knowledge graph as if it had never been stated. */
@Component
public final class DeleteEdge implements RecallTool {

    private final KnowledgeGraph graph;

    @Activate
    public DeleteEdge(@Reference KnowledgeGraph graph) {
        this.graph = graph;
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
        Args args = new Args(call);
        graph.deleteEdge(call.scope(), args.text("id"));
        return ToolAnswer.of(List.of(Rows.of("deleted", args.text("id"))));
    }
}
