package tacit.memory.curated;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WriteTarget;

/** Does approved edits, and takes deleted entries out of the workspace's files. Thread-safe. */
@Component(service = {WriteTarget.class, MemoryCopies.class})
public final class CuratedWrites implements WriteTarget, MemoryCopies {

    private static final Logger log = LoggerFactory.getLogger(CuratedWrites.class);

    private final Editing editing;
    private final Mirror mirror;
    private final Turns turns = new Turns();

    @Activate
    public CuratedWrites(@Reference MemoryStore store, @Reference WorkspaceFiles files, @Reference Clock clock) {
        editing = new Editing(store, clock);
        mirror = new Mirror(files, new Entries(store));
    }

    @Override
    public MemoryWrite.Target target() {
        return MemoryWrite.Target.CURATED;
    }

    @Override
    public String apply(MemoryWrite write) {
        Edit edit = Edit.of(write);
        return turns.take(edit.workspaceId(), () -> {
            String id = editing.apply(edit).entry().id();
            show(edit.workspaceId());
            return id;
        });
    }

    @Override
    public String name() {
        return "curated files";
    }

    /** Edits show themselves; what others change in this layer is shown with the next edit. */
    @Override
    public void changed(List<MemoryRecord> records) {}

    /** Fails where a file may still show what was deleted, so that it is asked again. */
    @Override
    public void removed(List<MemoryRecord> records) {
        for (String workspace : records.stream()
                .filter(record -> record.layer().equals(Entries.LAYER))
                .map(MemoryRecord::workspaceId)
                .distinct()
                .toList()) {
            show(workspace).stream().filter(Mirror.Problem::mayShow).findFirst().ifPresent(problem -> {
                throw new IllegalStateException(problem.words());
            });
        }
    }

    private List<Mirror.Problem> show(String workspaceId) {
        List<Mirror.Problem> problems = mirror.show(workspaceId);
        problems.forEach(problem -> log.warn("Workspace '{}': {}", workspaceId, problem.words()));
        return problems;
    }
}
