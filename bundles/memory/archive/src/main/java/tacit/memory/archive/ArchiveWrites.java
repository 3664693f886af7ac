package tacit.memory.archive;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WriteTarget;

/** Does approved writes to the archive, and takes what was deleted out of summaries. Thread-safe. */
@Component(service = {WriteTarget.class, MemoryCopies.class})
public final class ArchiveWrites implements WriteTarget, MemoryCopies {

    private final Shelf shelf;
    private final Digests digests;
    private final MadeElsewhere madeElsewhere;
    private final StaleMarks marks;

    @Activate
    public ArchiveWrites(@Reference MemoryStore store, @Reference Clock clock) {
        madeElsewhere = new MadeElsewhere(store, clock);
        shelf = new Shelf(store, true);
        marks = new StaleMarks(shelf, clock);
        digests = new Digests(store, shelf);
    }

    @Override
    public MemoryWrite.Target target() {
        return MemoryWrite.Target.ARCHIVE;
    }

    @Override
    public String apply(MemoryWrite write) {
        return switch (write.action()) {
            case MemoryPayload.KEEP, MemoryPayload.SUPERSEDE -> madeElsewhere.store(write);
            case MemoryPayload.PUT_ASIDE -> marks.mark(write);
            case MemoryPayload.TAKE_BACK -> marks.unmark(write);
            default -> shelf.put(Entry.of(write), Entry.key(write)).record().id();
        };
    }

    @Override
    public String name() {
        return "archive summaries";
    }

    /** A memory that is put aside stays in its summary; who takes one out of sight tells the summaries. */
    @Override
    public void changed(List<MemoryRecord> records) {}

    @Override
    public void removed(List<MemoryRecord> records) {
        records.stream().filter(Fields::isArchive).forEach(digests::forget);
    }
}
