package tacit.memory.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.memory.words.Tokens;

/**
 * Offers the topics that a task names, and the list of all; whether any of it is shown is decided by the layers. Nothing is built,
 * and since everybody in the workspace can write the files, all of it is foreign text.
 */
@Component(property = Role.PROPERTY + "=memory-source/topics")
public final class TopicFragments implements MemorySource {

    private static final int TOPICS = 3;
    private static final int TOKENS_OF_TOPICS = 1_000;
    private static final int TOKENS_OF_LIST = 1_300;
    private static final double OF_TOPIC = 0.60;
    private static final double OF_LIST = 0.40;
    private static final double CONFIDENCE = 0.62;

    private final WorkspaceFiles files;

    @Activate
    public TopicFragments(@Reference WorkspaceFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        if (request.task().isBlank() || !request.audience().maySee(Visibility.PRIVATE)) {
            return List.of();
        }
        List<TopicPack> all = new Shelf(files, request.workspaceId())
                .topics().stream().map(file -> file.pack(request.task())).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<ContextFragment> fragments = new ArrayList<>();
        int left = TOKENS_OF_TOPICS;
        for (TopicPack pack : FilePacks.best(all, TOPICS)) {
            String text = "[Topic: " + pack.title() + "]\n" + pack.text();
            if (Tokens.of(text) <= left) {
                left -= Tokens.of(text);
                fragments.add(fragment("topic:" + pack.path(), text, OF_TOPIC, pack.updatedAt(), pack.memoryIds()));
            }
        }
        fragments.add(fragment("topic:list", list(all), OF_LIST, newest(all), List.of()));
        return fragments.stream().limit(request.most()).toList();
    }

    private static String list(List<TopicPack> all) {
        StringBuilder list = new StringBuilder("[Topics on file]");
        for (TopicPack pack : all) {
            String line = "\n" + pack.title() + " (" + pack.path() + ")";
            if (Tokens.of(list + line) <= TOKENS_OF_LIST) {
                list.append(line);
            }
        }
        return list.toString();
    }

    private static Instant newest(List<TopicPack> all) {
        return all.stream()
                .map(TopicPack::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private ContextFragment fragment(
            String key, String text, double relevance, Instant updatedAt, List<String> memoryIds) {
        return new ContextFragment(
                key,
                name(),
                "topics",
                text,
                TrustLane.FOREIGN,
                Visibility.PRIVATE,
                relevance,
                CONFIDENCE,
                updatedAt,
                memoryIds);
    }
}
