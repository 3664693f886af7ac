package tacit.memory.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPack;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.SearchIndex;

/** Collects topics from open memories and from notes, and keeps each in a file of its own. Stateless. */
@Component(property = Role.PROPERTY + "=topic-packs")
public final class FilePacks implements TopicPacks {

    private final MemoryStore store;
    private final WorkspaceFiles files;
    private final SearchIndex index;

    @Activate
    public FilePacks(@Reference MemoryStore store, @Reference WorkspaceFiles files, @Reference SearchIndex index) {
        this.store = store;
        this.files = files;
        this.index = index;
    }

    @Override
    public TopicIndex refresh(String workspaceId, String query, int most, Instant now) {
        checkMost(most);
        Shelf shelf = new Shelf(files, workspaceId);
        if (!shelf.hasFolder()) {
            return new TopicIndex(IndexPage.PATH, "", List.of(), 0);
        }
        Gathering gathering = new Gathering(store, index, workspaceId, query, now);
        List<MemoryRecord> memories = gathering.memories(most);
        Upkeep upkeep = new Upkeep(store, files, workspaceId, now);
        Set<String> paths = new LinkedHashSet<>();
        List<TopicFile> read = new ArrayList<>(shelf.topics());
        int written = write(shelf, Gathering.topics(memories, gathering.notes(most)), read, paths);
        int renewed = upkeep.renew(read, paths);
        int removed = upkeep.limit(renewed > 0 ? shelf.topics() : read, paths);
        // Nothing is read again that nobody changed: most times that is all
        List<TopicFile> topics = written + renewed + removed > 0 ? shelf.topics() : read;
        IndexPage page = new IndexPage(store, shelf, workspaceId, now);
        written += renewed + removed + (page.write(topics, memories) ? 1 : 0);
        List<TopicFile> left = withdrawn(upkeep, workspaceId, page, memories, now) ? shelf.topics() : topics;
        List<TopicPack> packs = paths.stream()
                .flatMap(path -> left.stream().filter(file -> file.path().equals(path)))
                .map(file -> file.pack(query))
                .toList();
        return new TopicIndex(IndexPage.PATH, page.text(), packs, written);
    }

    /** Whoever hid or deleted a memory while it was written found no file to take it out of: that is done here. */
    private boolean withdrawn(
            Upkeep upkeep, String workspaceId, IndexPage page, List<MemoryRecord> memories, Instant now) {
        Set<String> closed = new TreeSet<>(page.shown());
        memories.forEach(memory -> closed.add(memory.id()));
        closed.removeIf(id -> upkeep.open(id).isPresent());
        new Withdrawal(store, files, workspaceId, now).of(closed);
        return !closed.isEmpty();
    }

    /** Writes each topic to its file, notes the paths and what stands there; answers how many files changed. */
    private static int write(Shelf shelf, List<Topic> topics, List<TopicFile> there, Set<String> paths) {
        int written = 0;
        for (Topic topic : topics) {
            Optional<String> path = Names.path(topic, there);
            if (path.isPresent()) {
                boolean changed = shelf.change(path.get(), text -> TopicFile.BLOCK.with(text, topic.lines()));
                written += changed ? 1 : 0;
                if (changed) {
                    there.removeIf(file -> file.path().equals(path.get()));
                    shelf.topic(path.get()).ifPresent(there::add);
                }
                paths.add(path.get());
            }
        }
        return written;
    }

    @Override
    public List<TopicPack> load(String workspaceId, Audience audience, String query, int most) {
        checkMost(most);
        Shelf shelf = new Shelf(files, workspaceId);
        if (query.isBlank() || !audience.maySee(Visibility.PRIVATE)) {
            return List.of();
        }
        return best(shelf.topics().stream().map(file -> file.pack(query)).toList(), most);
    }

    /** Those that hold words of the question, those with the most first. */
    static List<TopicPack> best(List<TopicPack> packs, int most) {
        return packs.stream()
                .filter(pack -> pack.score() > 0)
                .sorted(Comparator.comparingInt((TopicPack pack) -> -pack.score())
                        .thenComparing(TopicPack::title)
                        .thenComparing(TopicPack::path))
                .limit(most)
                .toList();
    }

    private static void checkMost(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be in [1, " + MOST + "], got " + most);
        }
    }
}
