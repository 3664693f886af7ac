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

/** Notes what was noticed about a thing of the knowledge graph. */
@Component
public final class AddObservation implements RecallTool {

    private final GraphGate graph;

    @Activate
    public AddObservation(@Reference KnowledgeGraph graph, @Reference WriteGate gate) {
        this.graph = new GraphGate(graph, gate);
    }

    @Override
    public String name() {
        return "kg_add_observation";
    }

    @Override
    public String summary() {
        return "Notes what was noticed about a thing of the knowledge graph";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, true, "of the thing"),
                new ToolParameter("content", Kind.TEXT, true, "what was noticed"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        GraphParts parts =
                new GraphParts().with(MemoryWrite.ID, args.text("id")).with(MemoryWrite.CONTENT, args.text("content"));
        return graph.askForThing(call, GraphWrites.ADD_OBSERVATION, parts);
    }
}
