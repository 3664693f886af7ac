package tacit.memory.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import tacit.api.model.Embedder;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.IndexStatus;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Scope;

/** Finds documents with Lucene; one thread behind it makes windows and vectors, saves, and purges. Thread-safe. */
public final class LuceneIndex implements SearchIndex, AutoCloseable {

    private final Analysis analysis = new Analysis();
    private final SeenRows seen = new SeenRows();
    private final SignedParts signs = new SignedParts();
    private final Meaning meaning;
    private final Volume volume;
    private final Chores chores;
    private final Background background;

    /** The index in a folder, from whose files what was deleted leaves after a minute. */
    public LuceneIndex(Path folder, List<Embedder> embedders, Clock clock) {
        this(folder, embedders, clock, Duration.ofMinutes(1));
    }

    /** The index in a folder; nobody but this may write there. What was deleted leaves the files after so long at most. */
    public LuceneIndex(Path folder, List<Embedder> embedders, Clock clock, Duration purgeAfter) {
        this.meaning = new Meaning(embedders);
        try {
            this.volume = new Volume(folder, analysis, signs, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the index in '" + folder + "': " + e.getMessage(), e);
        }
        this.chores = new Chores(volume, meaning, clock);
        this.background = new Background(chores, purgeAfter, clock);
        background.start();
    }

    /** A source that is asked for its documents whenever the index is built; at once where it was lost. */
    public void add(DocumentSource source) {
        chores.add(source);
        background.wake();
    }

    public void remove(DocumentSource source) {
        chores.remove(source);
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        change(
                (target, stamps) -> {
                    target.put(documents, stamps);
                    return false;
                },
                touched -> documents.forEach(
                        document -> touched.touch(Fields.key(document.workspaceId(), document.id()))));
    }

    @Override
    public void delete(String workspaceId, Collection<String> ids) {
        List<String> keys = ids.stream().map(id -> Fields.key(workspaceId, id)).toList();
        change((target, stamps) -> target.delete(keys), touched -> keys.forEach(touched::touch));
    }

    @Override
    public void clear(Scope scope) {
        change((target, stamps) -> target.clear(scope), touched -> touched.clear(scope));
    }

    private void change(Volume.Change change, Consumer<Rebuild> note) {
        try {
            volume.change(change, note);
        } finally {
            // a change that failed is the first to know that the index has to be built anew
            background.wake();
        }
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        boolean glance = query.depth() == SearchQuery.Depth.GLANCE;
        boolean words = glance || query.text().isBlank() || !meaning.ready();
        Map<String, byte[]> vectors = words ? Map.of() : meaning.query(query.text());
        if (words && !glance && meaning.possible()) {
            background.wake();
        }
        // what is wrong with a query shows here, and never counts as damage
        Sight.pieces(query);
        try {
            return volume.read(searcher -> new Search(searcher, analysis, seen, signs, query, vectors).answer());
        } catch (AlreadyClosedException closed) {
            throw new IllegalStateException("Cannot search: the index is closed", closed);
        } catch (IOException | RuntimeException damaged) {
            volume.lose(damaged);
            background.wake();
            throw new IllegalStateException("Cannot search: the index is damaged and is built anew", damaged);
        }
    }

    @Override
    public List<String> groups(String workspaceId, String begin) {
        try {
            return volume.read(searcher -> Look.groups(searcher, workspaceId, begin));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the groups of the index: " + e.getMessage(), e);
        }
    }

    @Override
    public IndexStatus status() {
        try {
            int documents = volume.read(searcher -> searcher.count(new TermQuery(new Term(Fields.KIND, Fields.PIECE))));
            return status(documents, chores.waiting(), meaning.problems());
        } catch (IOException e) {
            return status(0, 0, "Cannot be read: " + e.getMessage());
        }
    }

    private IndexStatus status(long documents, long waiting, String problems) {
        String words = Stream.of(
                        volume.isLost() ? "Incomplete: waits to be built anew" : "",
                        volume.isUnpurged() ? "What was deleted leaves the files with the next purge" : "",
                        problems)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new IndexStatus(documents, waiting, meaning.models(), volume.bytes(), volume.isBuilding(), words);
    }

    /** Builds everything anew and returns when that is done. */
    @Override
    public void rebuild() {
        try {
            chores.build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot build the index anew: " + e.getMessage(), e);
        }
        background.wake();
    }

    @Override
    public void purge() {
        try {
            volume.purge();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot purge the index: " + e.getMessage(), e);
        }
    }

    /** Waits until nothing waits for windows or vectors, and loads the models; for imports and measurements. */
    public void settle() throws InterruptedException {
        meaning.load();
        background.awaitIdle();
    }

    @Override
    public void close() {
        background.close();
        try {
            volume.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the index: " + e.getMessage(), e);
        }
    }
}
