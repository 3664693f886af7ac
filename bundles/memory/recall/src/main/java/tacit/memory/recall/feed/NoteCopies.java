package tacit.memory.recall.feed;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;

/** Reads the notes of a workspace again as soon as a memory left its files. Thread-safe. */
@Component
public final class NoteCopies implements MemoryCopies {

    private final NoteFeed feed;

    @Activate
    public NoteCopies(@Reference NoteFeed feed) {
        this.feed = feed;
    }

    /** After the curated files, so that these are clean when they are read again. */
    @Override
    public String name() {
        return "files, as they are found";
    }

    /** What a memory says now is shown in files by those that own them, and the usual look finds it there. */
    @Override
    public void changed(List<MemoryRecord> records) {}

    @Override
    public void removed(List<MemoryRecord> records) {
        records.stream().map(MemoryRecord::workspaceId).distinct().forEach(feed::feed);
    }
}
