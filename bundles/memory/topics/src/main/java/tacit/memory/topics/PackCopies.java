package tacit.memory.topics;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
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
        if (!shelf.hasFolder() || !isShown(shelf, workspaceId, ids, now)) {
            return;
        }
        Upkeep upkeep = new Upkeep(store, files, workspaceId, now);
        upkeep.renew(shelf.topics(), Set.of());
        IndexPage page = new IndexPage(store, shelf, workspaceId, now);
        List<MemoryRecord> recalled = page.shown().stream()
                .flatMap(id -> upkeep.open(id).stream())
                .filter(memory -> memory.layer().equals(Openness.ARCHIVE))
                .toList();
        page.write(shelf.topics(), recalled);
        if (isShown(shelf, workspaceId, ids, now)) {
            throw new IllegalStateException("Cannot take a memory out of the topics of workspace '" + workspaceId
                    + "': somebody else keeps writing them");
        }
    }

    private boolean isShown(Shelf shelf, String workspaceId, Set<String> ids, Instant now) {
        Set<String> shown = new HashSet<>(new IndexPage(store, shelf, workspaceId, now).shown());
        shelf.topics().forEach(file -> file.topic().ifPresent(topic -> shown.addAll(topic.memoryIds())));
        return ids.stream().anyMatch(shown::contains);
    }
}
