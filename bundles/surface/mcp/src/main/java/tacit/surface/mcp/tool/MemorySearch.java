package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallRequest;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** Finds what was said, done and remembered. */
@Component
public final class MemorySearch implements McpTool {

    private static final int LONGEST_QUERY = 10_000;

    private static final ToolCard CARD = new ToolCard(
            "memory_search",
            "Search the memory",
            "Finds what was said, done and remembered in this workspace, the best first, with the reasons. Ids that begin"
                    + " with memory: can be read whole by memory_get.",
            input(),
            Schema.rows(),
            Effect.READS);

    private final Recall recall;

    @Activate
    public MemorySearch(@Reference Recall recall) {
        this.recall = recall;
    }

    private static ObjectNode input() {
        return Schema.closed()
                .text("query", "what is looked for, in words; the newest without it")
                .list("types", "string", "only these of " + new TreeSet<>(RecallRequest.TYPES))
                .text("from", "said at this time or later, such as 2026-01-31T12:00:00Z")
                .text("until", "said before this time")
                .whole("limit", 1, RecallRequest.MOST, "how many at most, " + Recall.USUAL_HITS + " unless told")
                .requires();
    }

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        String query = arguments.optionalText("query", LONGEST_QUERY);
        RecallAnswer answer = recall.recall(new RecallRequest(
                caller.scope(),
                caller.audience(),
                query == null ? "" : query,
                arguments.texts("types", RecallRequest.TYPES.size(), Arguments.ID),
                arguments.optionalTime("from"),
                arguments.optionalTime("until"),
                arguments.whole("limit", Recall.USUAL_HITS, 1, RecallRequest.MOST)));
        return ToolReply.of(
                RecalledTool.rows(answer.hits().stream().map(MemorySearch::row).toList(), answer.failures()));
    }

    private static Map<String, Object> row(RecallHit hit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", hit.id());
        row.put("type", hit.type());
        if (hit.taskId() != null) {
            row.put("taskId", hit.taskId());
        }
        row.put("at", hit.at().toString());
        row.put("title", hit.title());
        row.put("label", hit.label());
        row.put("snippet", hit.snippet());
        row.put("lane", hit.lane().name().toLowerCase(Locale.ROOT));
        row.put("rank", hit.rank());
        row.put(
                "reasons",
                hit.reasons().stream()
                        .map(reason -> reason.feature() + " " + reason.share())
                        .toList());
        return row;
    }
}
