package tacit.memory.recall.tools;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.ArchiveType;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Lists memories of the archive in few words, to be looked at more closely by their ids. */
@Component
public final class MemorySearchIndex implements RecallTool {

    private final ArchiveMemory archive;

    @Activate
    public MemorySearchIndex(@Reference ArchiveMemory archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "memory_search_index";
    }

    @Override
    public String summary() {
        return "Lists memories of the archive in few words, with ids for memory_timeline and memory_details";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what is looked for, in words"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 20 unless told, up to 50"),
                new ToolParameter("types", Kind.TEXTS, false, "types of memories, such as decision"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        List<ArchiveType> types = args.texts("types", 12).stream()
                .map(type -> Args.choice("types", type, ArchiveType.class))
                .toList();
        ArchiveQuery query =
                new ArchiveQuery(call.audience(), args.text("query"), types, false, args.whole("limit", 20, 1, 50));
        return ToolAnswer.of(archive.search(call.scope(), query).stream()
                .map(hit -> Rows.of(
                        "id", hit.record().id(),
                        "type", hit.record().kind(),
                        "snippet", hit.snippet(),
                        "score", hit.score(),
                        "detailTokens", hit.detailTokens(),
                        "timestamp", hit.record().createdAt().toString()))
                .toList());
    }
}
