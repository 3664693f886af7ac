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
        gone.forEach((workspace, ids) -> new Withdrawal(store, files, workspace, now).of(ids));
    }
}
