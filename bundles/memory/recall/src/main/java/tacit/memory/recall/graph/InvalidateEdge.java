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

/** Says that a relation of the knowledge graph does not hold any more. */
@Component
public final class InvalidateEdge implements RecallTool {

    private final KnowledgeGraph graph;

    @Activate
    public InvalidateEdge(@Reference KnowledgeGraph graph) {
        this.graph = graph;
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
                new ToolParameter("at", Kind.TEXT, false, "when it ended, as a time; now unless told"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        return ToolAnswer.of(
                List.of(GraphRows.of(graph.invalidateEdge(call.scope(), args.text("id"), args.optionalTime("at")))));
    }
}
