package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationResult;
import tacit.api.memory.MemoryWrite;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Adds, replaces or removes an entry of the curated memory, when the gate allows it. */
@Component
public final class MemoryCurate implements RecallTool {

    private final CuratedMemory curated;

    @Activate
    public MemoryCurate(@Reference CuratedMemory curated) {
        this.curated = curated;
    }

    @Override
    public String name() {
        return "memory_curate";
    }

    @Override
    public String summary() {
        return "Adds, replaces or removes one of the few facts that every prompt shows";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("action", Kind.TEXT, true, "add, replace or remove"),
                new ToolParameter("target", Kind.TEXT, true, "user or workspace"),
                new ToolParameter("kind", Kind.TEXT, false, "such as preference"),
                new ToolParameter("content", Kind.TEXT, false, "the text of the entry"),
                new ToolParameter("match", Kind.TEXT, false, "a part of the entry that is meant"),
                new ToolParameter("id", Kind.TEXT, false, "of the entry that is meant"),
                new ToolParameter("reason", Kind.TEXT, false, "why"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        CurationResult result = curated.curate(new CurationRequest(
                call.scope().workspaceId(),
                call.scope().userId(),
                Args.choice("action", args.text("action"), CurationRequest.Action.class),
                Args.choice("target", args.text("target"), CurationRequest.Target.class),
                args.optionalText("kind"),
                args.optionalText("id"),
                args.optionalText("content"),
                args.optionalText("match"),
                args.optionalText("reason"),
                call.taskId(),
                MemoryWrite.Origin.AGENT_TOOL,
                args.evidence()));
        return ToolAnswer.of(List.of(Rows.of(
                "status", Rows.word(result.status()),
                "id", result.entry() == null ? null : result.entry().id(),
                "superseded", result.superseded(),
                "file", result.file(),
                "pendingId", result.pendingId(),
                "message", result.words())));
    }
}
