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

/** Shows memories whole. */
@Component
public final class MemoryDetails implements RecallTool {

    private final ArchiveMemory archive;

    @Activate
    public MemoryDetails(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "memory_details";
    }

    @Override
    public String summary() {
        return "Shows memories whole";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(new ToolParameter("ids", Kind.TEXTS, true, "of at most 10 memories"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        return ToolAnswer.of(archive.details(call.scope(), call.audience(), args.texts("ids", 10)).stream()
                .map(Rows::of)
                .toList());
    }
}
