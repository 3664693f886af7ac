package tacit.memory.recall.tools;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallRequest;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Finds memories and notes of the workspace by their words and meaning. */
@Component
public final class SearchMemories implements RecallTool {

    private final Recall recall;

    @Activate
    public SearchMemories(@Reference Recall recall) {
        this.recall = recall;
    }

    @Override
    public String name() {
        return "search_memories";
    }

    @Override
    public String summary() {
        return "Finds memories and notes by their words and meaning";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what is looked for, in words"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 20 unless told, up to 50"),
                new ToolParameter(
                        "lane", Kind.TEXT, false, "archive for memories, kit for notes of the workspace, all for both"),
                new ToolParameter("types", Kind.TEXTS, false, "kinds of memories, such as decision"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        List<String> kinds = args.texts("types", 20);
        int most = args.whole("limit", 20, 1, 50);
        RecallAnswer answer = recall.recall(new RecallRequest(
                call.scope(),
                call.audience(),
                args.text("query"),
                lane(args.optionalText("lane")),
                null,
                null,
                RecallRequest.MOST));
        return new ToolAnswer(
                answer.hits().stream()
                        .filter(hit -> kinds.isEmpty()
                                || kinds.contains(hit.attributes().getOrDefault("kind", hit.type())))
                        .limit(most)
                        .map(Rows::of)
                        .toList(),
                answer.failures());
    }

    private static List<String> lane(@Nullable String lane) {
        return switch (lane == null ? "all" : lane) {
            case "archive" -> List.of("memory");
            case "kit" -> List.of("workspace_note");
            case "all" -> List.of("memory", "workspace_note");
            default -> throw new IllegalArgumentException("lane must be archive, kit or all, got '" + lane + "'");
        };
    }
}
