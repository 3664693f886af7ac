package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceStore;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** Takes a run that the agent reports itself: what was asked, the steps, what came of it. */
@Component
public final class TraceReport implements McpTool {

    private static final ToolCard CARD = new ToolCard(
            "trace_report",
            "Report a run",
            "Hands in what was done: the task, the calls of tools with their results, the answer, and how it turned out, so"
                    + " that the host learns from it. The id that it answers is the taskId of feedback_submit and memory_propose.",
            input(),
            Schema.open()
                    .text("traceId", "the id of the run")
                    .truth("new", "whether it was not known before")
                    .whole("spans", 0, Integer.MAX_VALUE, "steps that were added")
                    .whole("redactions", 0, Integer.MAX_VALUE, "secrets that were taken out")
                    .requires("traceId", "new", "spans", "redactions"),
            Effect.ADDS);

    private final TraceIngest ingest;
    private final TraceStore traces;
    private final Clock clock;

    @Activate
    public TraceReport(@Reference TraceIngest ingest, @Reference TraceStore traces, @Reference Clock clock) {
        this.ingest = ingest;
        this.traces = traces;
        this.clock = clock;
    }

    private static ObjectNode input() {
        ObjectNode outcome = Schema.closed()
                .choice("label", Arguments.words(OutcomeLabel.class), "how it turned out, as the agent sees it")
                .number("score", "a grade in [0, 1]; 0.5 and more is a success where no label is given")
                .text("explanation", "why")
                .requires();
        return Schema.closed()
                .text("task", "what was asked, in the user's words")
                .text("answer", "what the agent answered at the end")
                .list("spans", ReportedRun.SPAN, "the steps in their order")
                .add("outcome", outcome.put("description", "how it turned out"))
                .text("traceId", "of a run that is known already, or shall be called so")
                .text("sessionId", "the conversation")
                .text("taskKey", "what names the same task in all runs")
                .text("contextId", "of the context that the run was given")
                .text("agent", "the agent's name")
                .text("startedAt", "such as 2026-01-31T12:00:00Z")
                .text("endedAt", "such as 2026-01-31T12:00:05Z; now unless told")
                .requires("task");
    }

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        Instant now = clock.instant();
        ReportedRun run = ReportedRun.of(caller, arguments, now);
        refuseForeign(run.id(), caller.scope());
        IngestReceipt receipt = OwnRun.taken(ingest.ingest(caller.scope(), List.of(run.update())));
        AppendResult taken = Objects.requireNonNull(receipt.accepted().get(0));
        return ToolReply.of(Json.object()
                .put("traceId", taken.traceId())
                .put("new", taken.traceIsNew())
                .put("spans", taken.newSpans())
                .put("redactions", receipt.redactions()));
    }

    // Who speaks for one user must not add to a run of another
    private void refuseForeign(String id, Scope scope) {
        boolean foreign = scope.user().isPresent()
                && traces.find(scope, id).isEmpty()
                && traces.find(Scope.ofWorkspace(scope.workspaceId()), id).isPresent();
        if (foreign) {
            throw new IllegalArgumentException("traceId must not be that of another run, choose another one");
        }
    }
}
