package tacit.memory.recall.feed;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;

/** Reads the notes of a workspace again as soon as something was taken out of its files. Thread-safe. */
@Component(service = {EvidenceTexts.class, MemoryCopies.class})
public final class NoteTexts implements EvidenceTexts, MemoryCopies {

    private final NoteFeed feed;

    @Activate
    public NoteTexts(@Reference NoteFeed feed) {
        this.feed = feed;
    }

    /** After the curated files and after the files, so that these are clean when they are read again. */
    @Override
    public String name() {
        return "files, as they are found";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return feed.feed(scope.workspaceId());
    }

    @Override
    public int forgetUser(Scope scope) {
        return feed.feed(scope.workspaceId());
    }

    /** What a memory says now is shown in files by those that own them, and the usual look finds it there. */
    @Override
    public void changed(List<MemoryRecord> records) {}

    @Override
    public void removed(List<MemoryRecord> records) {
        records.stream().map(MemoryRecord::workspaceId).distinct().forEach(feed::feed);
    }
}
