package tacit.memory.recall.graph;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.WriteGate;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.recall.tools.Args;

/** Adds a relation between two things of the knowledge graph. */
@Component
public final class CreateEdge implements RecallTool {

    private final GraphGate graph;

    @Activate
    public CreateEdge(@Reference KnowledgeGraph graph, @Reference WriteGate gate) {
        this.graph = new GraphGate(graph, gate);
    }

    @Override
    public String name() {
        return "kg_create_edge";
    }

    @Override
    public String summary() {
        return "Adds a relation between two things of the knowledge graph";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("sourceId", Kind.TEXT, true, "the thing that it starts at"),
                new ToolParameter("targetId", Kind.TEXT, true, "the thing that it leads to"),
                new ToolParameter("type", Kind.TEXT, true, "such as depends_on"),
                new ToolParameter("properties", Kind.TEXTS_BY_NAME, false, "what else is known, by name"),
                new ToolParameter("confidence", Kind.NUMBER, false, "in [0, 1]"),
                new ToolParameter("validFrom", Kind.TEXT, false, "since when it holds, as a time"),
                new ToolParameter("validTo", Kind.TEXT, false, "until when it held, as a time"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        GraphParts parts = new GraphParts()
                .with("sourceId", args.text("sourceId"))
                .with("targetId", args.text("targetId"))
                .with("type", args.text("type"))
                .withEach("property", args.textsByName("properties"))
                .with("confidence", args.optionalShare("confidence"))
                .with("validFrom", args.optionalTime("validFrom"))
                .with("validTo", args.optionalTime("validTo"));
        return graph.ask(call, GraphWrites.CREATE_EDGE, parts);
    }
}
