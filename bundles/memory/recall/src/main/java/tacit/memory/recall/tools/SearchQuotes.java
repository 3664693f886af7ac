package tacit.memory.recall.tools;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.QuoteRecall;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.api.recall.TranscriptQuery;

/** Finds exact words of messages, notes and memories. */
@Component
public final class SearchQuotes implements RecallTool {

    private final QuoteRecall recall;
    private final Clock clock;

    @Activate
    public SearchQuotes(@Reference QuoteRecall recall, @Reference Clock clock) {
        this.recall = recall;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search_quotes";
    }

    @Override
    public String summary() {
        return "Finds exact words of messages, notes and memories";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what is looked for, in words"),
                new ToolParameter("taskId", Kind.TEXT, false, "of this run only"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 10 unless told, up to 50"),
                new ToolParameter(
                        "sourceTypes",
                        Kind.TEXTS,
                        false,
                        "of transcript_span, task_message, workspace_markdown and memory"),
                new ToolParameter(
                        "includeWorkspaceNotes",
                        Kind.TRUTH,
                        false,
                        "whether notes of the workspace are looked into, true unless told"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        List<String> types = new ArrayList<>(args.texts("sourceTypes", 4));
        if (types.isEmpty()) {
            types.addAll(List.of("transcript_span", "task_message", "workspace_markdown", "memory"));
        }
        if (!args.truth("includeWorkspaceNotes", true)) {
            types.remove("workspace_markdown");
        }
        if (types.isEmpty()) {
            return ToolAnswer.of(List.of());
        }
        return ToolAnswer.of(recall
                .search(new TranscriptQuery(
                        call.scope(),
                        call.audience(),
                        args.text("query"),
                        args.optionalText("taskId"),
                        types,
                        clock.instant(),
                        args.whole("limit", 10, 1, TranscriptQuery.MOST)))
                .stream()
                .map(Rows::of)
                .toList());
    }
}
