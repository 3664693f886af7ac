package tacit.memory.recall.tools;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.Visibility;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Answers the topics that are on file, or collects them anew. */
@Component
public final class MemoryTopicsLoad implements RecallTool {

    private static final int USUAL = 4;

    private final TopicPacks packs;
    private final Clock clock;

    @Activate
    public MemoryTopicsLoad(@Reference TopicPacks packs, @Reference Clock clock) {
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "memory_topics_load";
    }

    @Override
    public String summary() {
        return "Answers what is collected on a topic";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("query", Kind.TEXT, true, "the topic, in words"),
                new ToolParameter("limit", Kind.WHOLE_NUMBER, false, "how many at most, 4 unless told, up to 12"),
                new ToolParameter(
                        "refresh",
                        Kind.TRUTH,
                        false,
                        "whether memories and notes are collected anew first, false unless told"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Args args = new Args(call);
        String query = args.text("query");
        int most = args.whole("limit", USUAL, 1, TopicPacks.MOST);
        boolean refresh = args.truth("refresh", false);
        if (!call.audience().maySee(Visibility.PRIVATE)) {
            return ToolAnswer.of(List.of());
        }
        String workspace = call.scope().workspaceId();
        List<TopicPack> topics = refresh
                ? packs.refresh(workspace, query, most, clock.instant()).topics()
                : packs.load(workspace, call.audience(), query, most);
        return ToolAnswer.of(topics.stream().map(MemoryTopicsLoad::row).toList());
    }

    private static Map<String, Object> row(TopicPack pack) {
        return Rows.of(
                "title", pack.title(),
                "path", pack.path(),
                "source", pack.source(),
                "text", pack.text(),
                "score", pack.score(),
                "updated", pack.updatedAt().toString());
    }
}
