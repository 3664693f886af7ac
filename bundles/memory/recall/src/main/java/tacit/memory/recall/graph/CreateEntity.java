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

/** Adds a thing to the knowledge graph, or confirms the one of its name. */
@Component
public final class CreateEntity implements RecallTool {

    private final GraphGate graph;

    @Activate
    public CreateEntity(@Reference KnowledgeGraph graph, @Reference WriteGate gate) {
        this.graph = new GraphGate(graph, gate);
    }

    @Override
    public String name() {
        return "kg_create_entity";
    }

    @Override
    public String summary() {
        return "Adds a thing to the knowledge graph, or confirms the one of its name";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("type", Kind.TEXT, true, "such as person or technology"),
                new ToolParameter("name", Kind.TEXT, true, "what it is called"),
                new ToolParameter("aliases", Kind.TEXTS, false, "what it is called besides"),
                new ToolParameter("description", Kind.TEXT, false, "what it is"),
                new ToolParameter("properties", Kind.TEXTS_BY_NAME, false, "what else is known, by name"),
                new ToolParameter("confidence", Kind.NUMBER, false, "in [0, 1]"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        GraphParts parts = new GraphParts()
                .with("type", args.text("type"))
                .with("name", args.text("name"))
                .withEach("alias", args.texts("aliases", 20))
                .with(MemoryWrite.CONTENT, args.optionalText("description"))
                .withEach("property", args.textsByName("properties"))
                .with("confidence", args.optionalShare("confidence"));
        return graph.ask(call, GraphWrites.CREATE_ENTITY, parts);
    }
}
