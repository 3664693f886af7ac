package tacit.memory.recall.graph;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.GraphObservation;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.recall.tools.Args;

/** Finds things of the knowledge graph by name, description or observation. */
@Component
public final class SearchGraph implements RecallTool {

    private final KnowledgeGraph graph;

    @Activate
    public SearchGraph(@Reference KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public String name() {
        return "kg_search";
    }

    @Override
    public String summary() {
        return "Finds things of the knowledge graph by name, description or observation";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what is looked for, in words"),
                new ToolParameter("types", Kind.TEXTS, false, "of these types only"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 10 unless told, up to 50"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        return ToolAnswer.of(graph
                .search(
                        call.scope(),
                        call.audience(),
                        args.text("query"),
                        args.texts("types", 20),
                        args.whole("limit", 10, 1, 50))
                .stream()
                .map(hit -> {
                    Map<String, Object> row = GraphRows.of(hit.entity());
                    row.put("score", hit.score());
                    row.put(
                            "observations",
                            hit.observations().stream()
                                    .map(GraphObservation::text)
                                    .toList());
                    return row;
                })
                .toList());
    }
}
