package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolDisabledException;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.RpcError;

/** All tools that can be called now: those of this bundle, and those by which agents look into the memory. Thread-safe. */
@Component(service = ToolBox.class)
public final class ToolBox {

    private static final Logger log = LoggerFactory.getLogger(ToolBox.class);

    private final Map<String, McpTool> own = new ConcurrentSkipListMap<>();
    private final RecallTools recall;
    private final OwnRun runs;

    @Activate
    public ToolBox(@Reference RecallTools recall, @Reference OwnRun runs) {
        this.recall = recall;
        this.runs = runs;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTool(McpTool tool) {
        own.put(tool.card().name(), tool);
    }

    public void removeTool(McpTool tool) {
        own.remove(tool.card().name(), tool);
    }

    /** How the tools are told of, by their names. */
    public ObjectNode list() {
        ObjectNode result = Json.object();
        result.set(
                "tools",
                Json.array(tools().values().stream()
                        .map(tool -> tool.card().view())
                        .toList()));
        return result;
    }

    private SortedMap<String, McpTool> tools() {
        SortedMap<String, McpTool> tools = new TreeMap<>();
        recall.list().forEach(tool -> tools.put(tool.name(), new RecalledTool(tool, recall, runs)));
        own.values().stream()
                .filter(McpTool::available)
                .forEach(tool -> tools.put(tool.card().name(), tool));
        return tools;
    }

    /**
     * Calls a tool; one that fails answers why.
     *
     * @throws RpcError when there is no such tool, or its arguments are no object
     */
    public ObjectNode call(Caller caller, ObjectNode params) {
        String name = params.path("name").asText("");
        @Nullable McpTool tool = tools().get(name);
        if (tool == null) {
            throw RpcError.params("Unknown tool: " + RpcError.shortened(name));
        }
        return call(tool, caller, arguments(params)).view();
    }

    private static ObjectNode arguments(ObjectNode params) {
        if (params.path("arguments").isMissingNode()) {
            return Json.object();
        }
        if (params.path("arguments") instanceof ObjectNode arguments) {
            return arguments;
        }
        throw RpcError.params("arguments must be a JSON object");
    }

    private static ToolReply call(McpTool tool, Caller caller, ObjectNode arguments) {
        try {
            return tool.call(caller, new Arguments(arguments).known(tool.card().input()));
        } catch (IllegalArgumentException e) {
            return ToolReply.failed(String.valueOf(e.getMessage()));
        } catch (ToolDisabledException e) {
            return ToolReply.failed("The tool is disabled");
        } catch (RuntimeException e) {
            log.warn("Cannot call tool '{}'", tool.card().name(), e);
            return ToolReply.failed("It failed with " + e.getClass().getSimpleName());
        }
    }
}
