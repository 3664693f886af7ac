package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.ArchiveMemory;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Shows what was remembered around a memory. */
@Component
public final class MemoryTimeline implements RecallTool {

    private final ArchiveMemory archive;

    @Activate
    public MemoryTimeline(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "memory_timeline";
    }

    @Override
    public String summary() {
        return "Shows what was remembered shortly before and after a memory";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("id", Kind.TEXT, true, "of the memory"),
                new ToolParameter(
                        "window", Kind.WHOLE_NUMBER, false, "how many on each side, 5 unless told, up to 20"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        return ToolAnswer.of(
                archive
                        .timeline(call.scope(), call.audience(), args.text("id"), args.whole("window", 5, 1, 20))
                        .stream()
                        .map(Rows::of)
                        .toList());
    }
}
