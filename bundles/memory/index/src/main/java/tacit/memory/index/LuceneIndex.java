package tacit.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.model.Embedder;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/**
 * Keeps documents in Lucene. Writes take a lock one after the other; searches take none; windows and vectors are made by one
 * thread behind them. Thread-safe.
 */
public final class LuceneIndex implements SearchIndex, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

    private final Object writing = new Object();
    private final Analysis analysis = new Analysis();
    private final List<DocumentSource> sources = new CopyOnWriteArrayList<>();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Meaning meaning;
    private final Stamps stamps;
    private final Shelf shelf;
    private final Background background;
    private volatile Core core;
    private volatile boolean building;
    private @Nullable Rebuild rebuild;
    private boolean unsaved;

    /** The index in a folder; nobody but this may write there. */
    public LuceneIndex(Path folder, List<Embedder> embedders, Clock clock) {
        this.meaning = new Meaning(embedders);
        this.stamps = new Stamps(Long.toString(clock.millis(), 36) + ".");
        try {
            this.shelf = new Shelf(folder);
            boolean incomplete = shelf.isUnsaved() || !Core.exists(shelf.current());
            this.core = open(shelf);
            lost.compareAndSet(false, incomplete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the index in '" + folder + "': " + e.getMessage(), e);
        }
        this.background = new Background(this);
        background.start();
    }

    private Core open(Shelf from) throws IOException {
        try {
            return new Core(from.current(), analysis);
        } catch (IOException | RuntimeException damaged) {
            log.warn("The index is damaged and will be built anew: {}", damaged.toString());
            lost.set(true);
            from.drop(from.current());
            return new Core(from.current(), analysis);
        }
    }

    /** A source that is asked for its documents whenever the index is built; at once where it was lost. */
    public void add(DocumentSource source) {
        sources.add(source);
        background.wake();
    }

    public void remove(DocumentSource source) {
        sources.remove(source);
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        change(
                target -> target.put(documents, stamps),
                touched -> documents.forEach(
                        document -> touched.touch(Fields.key(document.workspaceId(), document.id()))));
    }

    @Override
    public void delete(String workspaceId, Collection<String> ids) {
        List<String> keys = ids.stream().map(id -> Fields.key(workspaceId, id)).toList();
        change(target -> target.delete(keys), touched -> keys.forEach(touched::touch));
    }

    @Override
    public void clear(Scope scope) {
        change(target -> target.clear(scope), touched -> touched.clear(scope));
    }

    private interface Change {

        void on(Core target) throws IOException;
    }

    private void change(Change change, java.util.function.Consumer<Rebuild> note) {
        synchronized (writing) {
            try {
                if (!unsaved) {
                    shelf.unsaved();
                    unsaved = true;
                }
                change.on(core);
                if (rebuild != null) {
                    note.accept(rebuild);
                    change.on(rebuild.target());
                }
            } catch (IOException e) {
                lost.set(true);
                throw new UncheckedIOException("Cannot write to the index: " + e.getMessage(), e);
            }
        }
        background.wake();
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        boolean words = query.text().isBlank() || !meaning.ready();
        Map<String, byte[]> vectors = words ? Map.of() : meaning.query(query.text());
        if (words && meaning.possible()) {
            background.wake();
        }
        try {
            return answer(query, vectors);
        } catch (IOException | RuntimeException damaged) {
            lost.set(true);
            background.wake();
            log.warn("The index cannot be read and will be built anew: {}", damaged.toString());
            throw new IllegalStateException("Cannot search: the index is damaged and is built anew", damaged);
        }
    }

    /** Asks again where the index was replaced by a new one in between. */
    private SearchAnswer answer(SearchQuery query, Map<String, byte[]> vectors) throws IOException {
        Core asked = core;
        try {
            return asked.read(searcher -> new Search(searcher, analysis, query, vectors).answer());
        } catch (AlreadyClosedException replaced) {
            if (asked == core) {
                throw replaced;
            }
            return answer(query, vectors);
        }
    }

    @Override
    public IndexStatus status() {
        try {
            int documents = core.read(searcher -> searcher.count(new TermQuery(new Term(Fields.KIND, Fields.PIECE))));
            return new IndexStatus(documents, waiting(), meaning.models(), shelf.bytes(), building, words());
        } catch (IOException e) {
            return new IndexStatus(
                    0, 0, meaning.models(), shelf.bytes(), building, "Cannot be read: " + e.getMessage());
        }
    }

    private String words() {
        return lost.get() ? "Incomplete: waits to be built anew. " + meaning.problems() : meaning.problems();
    }

    private long waiting() throws IOException {
        return core.read(searcher -> searcher.count(new TermQuery(new Term(Fields.STATE, Fields.WAITING))));
    }

    /** Builds everything anew and returns when that is done. */
    @Override
    public void rebuild() {
        synchronized (background) {
            try {
                build();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot build the index anew: " + e.getMessage(), e);
            }
        }
        background.wake();
    }

    private void build() throws IOException {
        Rebuild work;
        Path part;
        synchronized (writing) {
            part = shelf.other();
            work = new Rebuild(new Core(part, analysis));
            rebuild = work;
            building = true;
        }
        boolean done = false;
        try {
            lost.set(false);
            for (DocumentSource source : sources) {
                source.read(batch -> fill(work, batch));
            }
            swap(work, part);
            done = true;
        } finally {
            synchronized (writing) {
                rebuild = null;
                building = false;
                if (!done) {
                    lost.set(true);
                    work.target().abandon();
                }
            }
        }
    }

    private void fill(Rebuild work, List<SearchDocument> batch) {
        synchronized (writing) {
            try {
                work.target().put(batch.stream().filter(work::untouched).toList(), stamps);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to the index: " + e.getMessage(), e);
            }
        }
    }

    private void swap(Rebuild work, Path part) throws IOException {
        synchronized (writing) {
            Path old = shelf.current();
            Core before = core;
            work.target().commit();
            shelf.use(part);
            core = work.target();
            before.retire();
            shelf.drop(old);
        }
        log.info("The index was built anew");
    }

    @Override
    public void purge() {
        synchronized (writing) {
            try {
                core.purge();
                saved();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot purge the index: " + e.getMessage(), e);
            }
        }
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
        if (!lost.get()) {
            shelf.saved();
            unsaved = false;
        }
    }

    /** Works on some of the documents that wait; false when none does. */
    boolean work(int most) throws IOException {
        if (waiting() == 0) {
            return false;
        }
        if (meaning.possible()) {
            meaning.load();
        }
        return new Enrichment(core, meaning, writing).run(most);
    }

    /** Builds anew what was lost, when there is a source of it. */
    void recover() throws IOException {
        if (lost.get() && !sources.isEmpty()) {
            build();
        }
    }

    /** Reads every file; what is damaged counts as lost. */
    void verify() {
        try {
            core.verify();
        } catch (IOException | RuntimeException damaged) {
            log.warn("The index is damaged and will be built anew: {}", damaged.toString());
            lost.set(true);
        }
    }

    /** Loads the models, for a search that wanted them. */
    void warm() {
        if (!meaning.ready() && meaning.possible()) {
            meaning.load();
        }
    }

    /** Waits until nothing waits for windows or vectors, and loads the models; for imports and measurements. */
    public void settle() throws InterruptedException {
        warm();
        background.awaitIdle();
    }

    @Override
    public void close() {
        background.close();
        synchronized (writing) {
            try {
                core.close();
                saved();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close the index: " + e.getMessage(), e);
            }
        }
    }
}
