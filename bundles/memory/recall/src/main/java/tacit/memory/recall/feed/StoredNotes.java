package tacit.memory.recall.feed;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.Workspaces;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.WorkspaceNotes;

/** Hands the notes of all workspaces over to an index that is built anew. Thread-safe. */
@Component(service = {StoredNotes.class, DocumentSource.class})
public final class StoredNotes implements DocumentSource {

    private static final Logger log = LoggerFactory.getLogger(StoredNotes.class);

    private final WorkspaceNotes notes;
    private final Workspaces workspaces;
    private final AtomicLong handedOver = new AtomicLong();

    @Activate
    public StoredNotes(@Reference WorkspaceNotes notes, @Reference Workspaces workspaces) {
        this.notes = notes;
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "notes";
    }

    /** A workspace that cannot be read costs its own notes only: the next look at it puts them into the index. */
    @Override
    public void read(Consumer<List<SearchDocument>> batch) {
        workspaces.list().forEach(workspace -> read(workspace, batch));
        handedOver.incrementAndGet();
    }

    private void read(String workspace, Consumer<List<SearchDocument>> batch) {
        for (WorkspaceFiles.Entry file : files(workspace)) {
            batch.accept(documents(workspace, file.path()));
        }
    }

    private List<WorkspaceFiles.Entry> files(String workspace) {
        try {
            return notes.files(workspace);
        } catch (RuntimeException e) {
            log.warn("Cannot list the notes of workspace '{}' for a new index", workspace, e);
            return List.of();
        }
    }

    private List<SearchDocument> documents(String workspace, String path) {
        try {
            return notes.documents(workspace, path);
        } catch (RuntimeException e) {
            log.warn("Cannot read a note of workspace '{}' for a new index", workspace, e);
            return List.of();
        }
    }

    /** How often an index was built from these: what was known of it before is out of date then. */
    long handedOver() {
        return handedOver.get();
    }
}
