package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** Proposes something for the memory: the gate of the host's own tool decides, and no other way leads there. */
@Component
public final class MemoryPropose implements McpTool {

    private static final String SAVE = "memory_save";
    private static final List<String> NOT_WRONG = List.of("stored", "staged");

    private static final ToolCard CARD = new ToolCard(
            "memory_propose",
            "Propose a memory",
            "Proposes something to be remembered. It is kept, or waits for somebody's approval, or is refused with the reason"
                    + " in status and message.",
            Schema.closed()
                    .text("content", "what to remember, in one or a few sentences")
                    .text("type", "such as decision or insight; observation unless told")
                    .text(
                            "taskId",
                            "the id of the recorded run that it comes from; without it this call itself is recorded")
                    .requires("content"),
            output(),
            Effect.ADDS);

    private final RecallTools tools;
    private final OwnRun runs;

    @Activate
    public MemoryPropose(@Reference RecallTools tools, @Reference OwnRun runs) {
        this.tools = tools;
        this.runs = runs;
    }

    private static ObjectNode output() {
        return Schema.open()
                .text("status", "stored, staged where it waits for approval, or why nothing is kept")
                .text("id", "of the memory, where it is kept")
                .text("pendingId", "of what waits")
                .text("message", "why")
                .text("taskId", "the run that it rests on")
                .requires("status", "taskId");
    }

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public boolean available() {
        return tools.list().stream().anyMatch(tool -> tool.name().equals(SAVE));
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        TreeMap<String, Object> values = new TreeMap<>();
        values.put("content", arguments.text("content", MemoryStore.LONGEST_TEXT));
        @Nullable String type = arguments.optionalText("type", Arguments.ID);
        if (type != null) {
            values.put("type", type);
        }
        String task = task(caller, arguments);
        ToolAnswer answer = tools.call(SAVE, new ToolCall(caller.scope(), caller.audience(), task, values));
        return answer.rows().isEmpty()
                ? RecalledTool.view(answer)
                : reply(((ObjectNode) Json.of(answer.rows().get(0))).put("taskId", task));
    }

    private String task(Caller caller, Arguments arguments) {
        @Nullable String named = arguments.optionalText("taskId", Arguments.ID);
        if (named == null) {
            named = caller.taskId();
        }
        return named == null ? runs.of(caller, CARD.name(), arguments.node()) : named;
    }

    private static ToolReply reply(ObjectNode row) {
        String status = row.path("status").asText();
        return NOT_WRONG.contains(status)
                ? ToolReply.of(row)
                : ToolReply.failed("Nothing is kept: " + status + ". "
                        + row.path("message").asText(""));
    }
}
