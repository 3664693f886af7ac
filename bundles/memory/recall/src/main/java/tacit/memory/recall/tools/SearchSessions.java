package tacit.memory.recall.tools;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.recall.RecallTool;
import tacit.api.recall.SessionRecall;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.api.recall.TranscriptQuery;

/** Finds what was said and done in earlier sessions. */
@Component
public final class SearchSessions implements RecallTool {

    private final SessionRecall recall;
    private final Clock clock;

    @Activate
    public SearchSessions(@Reference SessionRecall recall, @Reference Clock clock) {
        this.recall = recall;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search_sessions";
    }

    @Override
    public String summary() {
        return "Finds what was said and done in earlier sessions";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "what is looked for, in words"),
                new ToolParameter("taskId", Kind.TEXT, false, "of this run only"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 10 unless told, up to 50"),
                new ToolParameter(
                        "includeCheckpoints",
                        Kind.TRUTH,
                        false,
                        "whether checkpoints are looked into, true unless told"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        List<String> types =
                args.truth("includeCheckpoints", true) ? List.of() : List.of("transcript_span", "task_message");
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
