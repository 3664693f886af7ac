package tacit.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;

/**
 * The index that is in use and the one that is built beside it. Changes take a lock one after the other and reach both; reads
 * take none. Thread-safe.
 */
final class Volume implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Volume.class);

    private final Object writing = new Object();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final AtomicBoolean unpurged = new AtomicBoolean();
    private final Analysis analysis;
    private final SignedParts signs;
    private final Stamps stamps;
    private final Shelf shelf;
    private volatile Core core;
    private volatile boolean building;
    private @Nullable Rebuild rebuild;
    private boolean unsaved;
    private boolean closed;

    Volume(Path folder, Analysis analysis, SignedParts signs, Clock clock) throws IOException {
        this.analysis = analysis;
        this.signs = signs;
        this.stamps = new Stamps(Long.toString(clock.millis(), 36) + ".");
        this.shelf = new Shelf(folder);
        boolean incomplete = shelf.isMarked(Shelf.UNSAVED) || !Core.exists(shelf.current()) || !shelf.isOfToday();
        this.core = open();
        lost.compareAndSet(false, incomplete);
        unpurged.set(shelf.isMarked(Shelf.UNPURGED));
    }

    private Core open() throws IOException {
        try {
            return new Core(shelf.current(), analysis, signs);
        } catch (LockObtainFailedException inUse) {
            // somebody else's index is not damaged, and must not be dropped
            throw inUse;
        } catch (IOException | RuntimeException damaged) {
            lose(damaged);
            shelf.drop(shelf.current());
            return new Core(shelf.current(), analysis, signs);
        }
    }

    /** Something cannot be read, or was not written: everything has to be built anew. */
    void lose(Exception damaged) {
        lost.set(true);
        log.warn("The index is damaged and will be built anew: {}", damaged.toString());
    }

    boolean isLost() {
        return lost.get();
    }

    boolean isBuilding() {
        return building;
    }

    /** Whether the files still hold what was deleted. */
    boolean isUnpurged() {
        return unpurged.get();
    }

    long bytes() {
        return shelf.bytes();
    }

    /** Asks again where the index was replaced by a new one in between. */
    <T> T read(Core.Reading<T> reading) throws IOException {
        Core asked = core;
        try {
            return asked.read(reading);
        } catch (AlreadyClosedException replaced) {
            if (asked == core) {
                throw replaced;
            }
            return read(reading);
        }
    }

    /** A change; it answers whether it removed something for good. */
    interface Change {

        boolean on(Core target, Stamps stamps) throws IOException;
    }

    void change(Change change, Consumer<Rebuild> note) {
        synchronized (writing) {
            refuseAfterTheEnd();
            try {
                if (!unsaved) {
                    shelf.mark(Shelf.UNSAVED);
                    unsaved = true;
                }
                if (change.on(core, stamps) && unpurged.compareAndSet(false, true)) {
                    shelf.mark(Shelf.UNPURGED);
                }
                core.show();
                if (rebuild != null) {
                    note.accept(rebuild);
                    change.on(rebuild.target(), stamps);
                }
            } catch (IOException | AlreadyClosedException e) {
                lost.set(true);
                throw unwritten(e);
            }
        }
    }

    private void refuseAfterTheEnd() {
        if (closed) {
            throw new IllegalStateException("Cannot write to the index: it is closed");
        }
    }

    private static UncheckedIOException unwritten(Exception e) {
        return new UncheckedIOException(
                "Cannot write to the index: " + e.getMessage(),
                e instanceof IOException failed ? failed : new IOException(e));
    }

    /** Looks after a failure whether writes are still taken; answers whether only now it shows that they are not. */
    boolean gaveUp(Exception failed) {
        boolean found = !core.isOpen() && lost.compareAndSet(false, true);
        if (found) {
            lose(failed);
        }
        return found;
    }

    void build(List<DocumentSource> sources) throws IOException {
        Rebuild work;
        Path part;
        synchronized (writing) {
            refuseAfterTheEnd();
            part = shelf.other();
            work = new Rebuild(new Core(part, analysis, signs));
            rebuild = work;
            building = true;
        }
        try {
            lost.set(false);
            for (DocumentSource source : sources) {
                log.debug("Reading the documents of '{}' for the new index", source.name());
                source.read(batch -> fill(work, batch));
            }
            swap(work, part);
        } finally {
            synchronized (writing) {
                rebuild = null;
                building = false;
                if (core != work.target()) {
                    lost.set(true);
                    work.target().abandon();
                }
            }
        }
    }

    private void fill(Rebuild work, List<SearchDocument> batch) {
        synchronized (writing) {
            refuseAfterTheEnd();
            try {
                work.target().put(batch.stream().filter(work::untouched).toList(), stamps);
            } catch (IOException | AlreadyClosedException e) {
                throw unwritten(e);
            }
        }
    }

    private void swap(Rebuild work, Path part) throws IOException {
        synchronized (writing) {
            refuseAfterTheEnd();
            Path old = shelf.current();
            Core before = core;
            work.target().show();
            work.target().commit();
            shelf.use(part);
            shelf.format();
            core = work.target();
            before.retire();
            shelf.drop(old);
        }
        log.info("The index was built anew");
    }

    /** Leaves no byte of what was deleted until now; changes and searches go on meanwhile. */
    void purge() throws IOException {
        Core asked;
        synchronized (writing) {
            asked = core;
            unpurged.set(false);
            asked.refresh();
        }
        boolean done = false;
        try {
            asked.rewrite();
            synchronized (writing) {
                asked.refresh();
                asked.forget();
            }
            done = true;
        } catch (AlreadyClosedException replaced) {
            if (asked == core) {
                throw replaced;
            }
        } finally {
            synchronized (writing) {
                if (!done) {
                    unpurged.set(true);
                } else if (!unpurged.get()) {
                    shelf.unmark(Shelf.UNPURGED);
                }
            }
        }
    }

    /** Gives some of the documents that wait their windows and vectors; false when none waits. */
    boolean enrich(Meaning meaning, int most) throws IOException {
        return new Enrichment(core, meaning, writing).run(most);
    }

    /** Brings what was written to the disk. */
    void save() throws IOException {
        synchronized (writing) {
            if (unsaved) {
                core.commit();
                saved();
            }
        }
    }

    private void saved() throws IOException {
        if (!lost.get() && rebuild == null) {
            shelf.unmark(Shelf.UNSAVED);
            unsaved = false;
        }
    }

    /** Reads every file; what is damaged counts as lost. */
    void verify() {
        try {
            core.verify();
        } catch (IOException | RuntimeException damaged) {
            lose(damaged);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (writing) {
            closed = true;
            core.close();
            saved();
        }
    }
}
