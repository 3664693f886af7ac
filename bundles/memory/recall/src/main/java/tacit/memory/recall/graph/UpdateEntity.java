package tacit.memory.recall.graph;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.EntityChange;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.memory.recall.tools.Args;

/** Changes a thing of the knowledge graph; properties are merged. */
@Component
public final class UpdateEntity implements RecallTool {

    private final KnowledgeGraph graph;

    @Activate
    public UpdateEntity(@Reference KnowledgeGraph graph) {
        this.graph = graph;
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
        EntityChange change = new EntityChange(
                args.optionalText("name"),
                args.optionalText("description"),
                args.texts("aliases", 20),
                args.textsByName("properties"),
                args.optionalShare("confidence"));
        return ToolAnswer.of(List.of(GraphRows.of(graph.updateEntity(call.scope(), args.text("id"), change))));
    }
}
