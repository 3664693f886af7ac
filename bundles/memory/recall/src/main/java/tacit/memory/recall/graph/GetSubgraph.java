package tacit.memory.recall.graph;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.GraphView;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.recall.tools.Args;
import tacit.memory.recall.tools.Rows;

/** Shows things of the knowledge graph with the relations between them. */
@Component
public final class GetSubgraph implements RecallTool {

    private final KnowledgeGraph graph;

    @Activate
    public GetSubgraph(@Reference KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "kg_get_subgraph";
    }

    @Override
    public String summary() {
        return "Shows things of the knowledge graph with the relations between them";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("ids", Kind.TEXTS, true, "of the things"),
                new ToolParameter("asOf", Kind.TEXT, false, "relations that held then, as a time"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        GraphView view = graph.subgraph(
                call.scope(), call.audience(), args.texts("ids", KnowledgeGraph.MOST), args.optionalTime("asOf"));
        return ToolAnswer.of(List.of(Rows.of(
                "entities",
                view.entities().stream().map(GraphRows::of).toList(),
                "edges",
                view.edges().stream().map(GraphRows::of).toList())));
    }
}
