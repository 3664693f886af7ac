package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.TrustLane;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Keeps something in the archive, when the gate allows it. */
@Component
public final class MemorySave implements RecallTool {

    private final ArchiveMemory archive;

    @Activate
    public MemorySave(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "memory_save";
    }

    @Override
    public String summary() {
        return "Keeps something in the archive; it may have to wait for approval";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("content", Kind.TEXT, true, "what to remember"),
                new ToolParameter("type", Kind.TEXT, false, "such as decision or insight; observation unless told"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        ArchiveType type = args.optionalChoice("type", ArchiveType.class);
        CaptureResult result = archive.capture(new CaptureRequest(
                call.scope().workspaceId(),
                call.scope().userId(),
                call.taskId(),
                type == null ? ArchiveType.OBSERVATION : type,
                args.text("content"),
                false,
                TrustLane.INFERENCE,
                args.evidence(),
                ArchiveOrigin.TOOL,
                CaptureRequest.Batching.USUAL,
                place(call)));
        return ToolAnswer.of(List.of(Rows.of(
                "status", Rows.word(result.reason()),
                "id", result.record() == null ? null : result.record().id(),
                "pendingId", result.pendingId(),
                "message", result.words())));
    }

    // A sub-agent that calls the tool wants just that remembered
    private static CaptureRequest.Place place(ToolCall call) {
        return new CaptureRequest.Place(
                call.audience().subAgent(), true, call.audience().kind(), false);
    }
}
