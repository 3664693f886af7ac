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

/** Changes a thing of the knowledge graph; properties are merged. */
@Component
public final class UpdateEntity implements RecallTool {

    private final GraphGate graph;

    @Activate
    public UpdateEntity(@Reference KnowledgeGraph graph, @Reference WriteGate gate) {
        this.graph = new GraphGate(graph, gate);
    }

    @Override
    public String name() {
        return "kg_update_entity";
    }

    @Override
    public String summary() {
        return "Changes a thing of the knowledge graph; properties are merged";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, true, "of the thing"),
                new ToolParameter("name", Kind.TEXT, false, "its new name"),
                new ToolParameter("description", Kind.TEXT, false, "what it is"),
                new ToolParameter("aliases", Kind.TEXTS, false, "further names"),
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
                .with(MemoryWrite.ID, args.text("id"))
                .with("name", args.optionalText("name"))
                .with(MemoryWrite.CONTENT, args.optionalText("description"))
                .withEach("alias", args.texts("aliases", 20))
                .withEach("property", args.textsByName("properties"))
                .with("confidence", args.optionalShare("confidence"));
        return graph.askForThing(call, GraphWrites.UPDATE_ENTITY, parts);
    }
}
