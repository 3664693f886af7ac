package tacit.memory.topics;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WorkspaceFiles;

/** Takes memories that are gone, or not open any more, out of the topics and their index. Thread-safe. */
@Component
public final class PackCopies implements MemoryCopies {

    private final MemoryStore store;
    private final WorkspaceFiles files;
    private final Clock clock;

    @Activate
    public PackCopies(@Reference MemoryStore store, @Reference WorkspaceFiles files, @Reference Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "topic packs";
    }

    /** What still may stand there is brought up to date by the next refresh. */
    @Override
    public void changed(List<MemoryRecord> records) {
        Instant now = clock.instant();
        take(
                records.stream()
                        .filter(record -> !Openness.isOpen(record, record.workspaceId(), now))
                        .toList(),
                now);
    }

    @Override
    public void removed(List<MemoryRecord> records) {
        take(records, clock.instant());
    }

    private void take(List<MemoryRecord> records, Instant now) {
        Map<String, Set<String>> gone = records.stream()
                .filter(Openness::concerns)
                .collect(Collectors.groupingBy(
                        MemoryRecord::workspaceId, Collectors.mapping(MemoryRecord::id, Collectors.toSet())));
        gone.forEach((workspace, ids) -> take(workspace, ids, now));
    }

    private void take(String workspaceId, Set<String> ids, Instant now) {
        Shelf shelf = new Shelf(files, workspaceId);
        Leftovers leftovers = new Leftovers(shelf.unlimited(), ids);
        List<String> holding = shelf.hasFolder() ? leftovers.paths() : List.of();
        if (holding.isEmpty()) {
            return;
        }
        List<String> topics =
                holding.stream().filter(path -> !path.equals(IndexPage.PATH)).toList();
        Upkeep upkeep = new Upkeep(store, files, workspaceId, now);
        upkeep.renew(
                topics.stream()
                        .flatMap(path -> shelf.unlimited().topic(path).stream())
                        .toList(),
                Set.of());
        leftovers.clear(topics);
        rewriteIndex(shelf, upkeep, workspaceId, now);
        leftovers.clear(List.of(IndexPage.PATH));
        if (!leftovers.paths().isEmpty()) {
            throw new IllegalStateException("Cannot take a memory out of the topics of workspace '" + workspaceId
                    + "': somebody else keeps writing them");
        }
    }

    private void rewriteIndex(Shelf shelf, Upkeep upkeep, String workspaceId, Instant now) {
        IndexPage page = new IndexPage(store, shelf.unlimited(), workspaceId, now);
        List<MemoryRecord> recalled = page.shown().stream()
                .flatMap(id -> upkeep.open(id).stream())
                .filter(memory -> memory.layer().equals(Openness.ARCHIVE))
                .toList();
        page.write(shelf.topics(), recalled);
    }
}
