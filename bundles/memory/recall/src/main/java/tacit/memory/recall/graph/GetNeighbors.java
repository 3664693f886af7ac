package tacit.memory.recall.graph;

import java.util.List;
import java.util.Map;
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

/** Shows things around a thing of the knowledge graph. */
@Component
public final class GetNeighbors implements RecallTool {

    private final KnowledgeGraph graph;

    @Activate
    public GetNeighbors(@Reference KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "kg_get_neighbors";
    }

    @Override
    public String summary() {
        return "Shows things around a thing of the knowledge graph";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, true, "of the thing"),
                new ToolParameter("depth", Kind.WHOLE_NUMBER, false, "how many relations away, 1 unless told, up to 3"),
                new ToolParameter("edgeTypes", Kind.TEXTS, false, "along these relations only"),
                new ToolParameter("asOf", Kind.TEXT, false, "along relations that held then, as a time"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        return ToolAnswer.of(graph
                .neighbours(
                        call.scope(),
                        call.audience(),
                        args.text("id"),
                        args.whole("depth", 1, 1, 3),
                        args.texts("edgeTypes", 20),
                        args.optionalTime("asOf"))
                .stream()
                .map(near -> {
                    Map<String, Object> row = GraphRows.of(near.entity());
                    row.put("depth", near.depth());
                    row.put("edges", near.edges().stream().map(GraphRows::of).toList());
                    return row;
                })
                .toList());
    }
}
