package tacit.memory.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Scope;

/**
 * One index on disk and everything that changes it. Writes come one at a time, from whoever holds its lock; reads from any
 * thread.
 */
final class Core implements AutoCloseable {

    private static final int UNSEEN = 10_000;

    private final Analysis analysis;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, Entry> unseen = new HashMap<>();
    private final Set<String> upset = new HashSet<>();
    private boolean changed;

    Core(Path folder, Analysis analysis, SignedParts signs) throws IOException {
        this.analysis = analysis;
        directory = new FreshParts(FSDirectory.open(folder));
        try {
            TieredMergePolicy merges = new TieredMergePolicy();
            merges.setForceMergeDeletesPctAllowed(0);
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analysis.analyzer())
                            .setRAMBufferSizeMB(24)
                            .setCodec(new GrownCodec())
                            .setMergedSegmentWarmer(signs::warm)
                            .setMergePolicy(merges)
                            .setMergeScheduler(new QuietMerges())
                            .setCommitOnClose(true));
        } catch (IOException | RuntimeException damaged) {
            directory.close();
            throw damaged;
        }
        try {
            searchers = new SearcherManager(writer, null);
        } catch (IOException | RuntimeException damaged) {
            try (directory) {
                writer.rollback();
            }
            throw damaged;
        }
    }

    /** Whether there is an index in a folder. */
    static boolean exists(Path folder) throws IOException {
        try (Directory files = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(files);
        }
    }

    /** Asks what it is good for, over what was {@linkplain #show shown} last. */
    interface Reading<T> {

        T of(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.of(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Adds documents, each in place of the one with its key; equal ones stay as they are. */
    void put(Collection<SearchDocument> documents, Stamps stamps) throws IOException {
        Map<String, Entry> coming = new LinkedHashMap<>();
        List<Entry> replaced = new ArrayList<>();
        for (SearchDocument document : documents) {
            Entry entry = Entry.fresh(document, stamps.next());
            Entry old = coming.containsKey(entry.key()) ? coming.get(entry.key()) : find(entry.key());
            if (old == null || !old.document().equals(document)) {
                coming.put(entry.key(), entry);
                if (old != null) {
                    replaced.add(old);
                }
            }
        }
        remove(replaced);
        for (Entry entry : coming.values()) {
            write(Neighbours.none(entry), Map.of(), true);
            unseen.put(entry.key(), entry);
        }
        if (unseen.size() > UNSEEN) {
            show();
        }
    }

    private @Nullable Entry find(String key) throws IOException {
        Entry entry = unseen.get(key);
        return entry == null
                ? read(searcher -> Optional.ofNullable(Look.find(searcher, key)))
                        .orElse(null)
                : entry;
    }

    /** Removes documents; false when there were none. */
    boolean delete(Collection<String> keys) throws IOException {
        List<Entry> gone = new ArrayList<>();
        for (String key : keys) {
            Entry entry = find(key);
            if (entry != null) {
                gone.add(entry);
            }
        }
        remove(gone);
        return !gone.isEmpty();
    }

    /** Removes documents, and their words from what was made of them together with others. */
    private void remove(List<Entry> gone) throws IOException {
        if (gone.isEmpty()) {
            return;
        }
        Map<String, Entry> touched = new LinkedHashMap<>();
        show();
        for (Entry entry : gone) {
            Neighbours near = read(searcher -> Look.around(searcher, entry));
            near.before().forEach(other -> touched.put(other.key(), other));
            near.after().forEach(other -> touched.put(other.key(), other));
            read(searcher -> Look.holders(searcher, entry)).forEach(other -> touched.put(other.key(), other));
            upset.add(entry.circle());
        }
        for (Entry entry : gone) {
            touched.remove(entry.key());
            writer.deleteDocuments(new Term(Fields.KEY, entry.key()));
        }
        changed = true;
        show();
        for (Entry entry : touched.values()) {
            Neighbours near = read(searcher -> Look.around(searcher, entry));
            Map<String, byte[]> vectors = read(searcher -> Look.vectors(searcher, entry.key()));
            vectors.keySet().removeIf(field -> field.endsWith(".window"));
            write(near, vectors, true);
        }
        writeWholes(gone);
    }

    /** Writes the rows of whole circles anew. */
    private void writeWholes(Collection<Entry> members) throws IOException {
        show();
        Map<String, Entry> circles = new LinkedHashMap<>();
        members.forEach(entry -> circles.put(entry.circle(), entry));
        for (Entry member : circles.values()) {
            writeWhole(read(searcher -> Circle.of(searcher, member)));
        }
    }

    void writeWhole(Circle circle) throws IOException {
        Term key = new Term(Fields.KEY, circle.member().circle());
        if (circle.entries().size() < 2) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocument(key, Rows.whole(circle.member(), circle.entries()));
        }
        changed = true;
    }

    void write(Neighbours near, Map<String, byte[]> vectors, boolean waiting) throws IOException {
        Entry entry = near.self();
        Set<String> rarity = analysis.rarity(entry.document().workspaceId(), Neighbours.words(entry.document()));
        writer.updateDocument(new Term(Fields.KEY, entry.key()), Rows.piece(near, rarity, vectors, waiting));
        changed = true;
    }

    /** Removes what a workspace or a user owns; false when there was nothing. */
    boolean clear(Scope scope) throws IOException {
        BooleanQuery.Builder owned = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.WORKSPACE, scope.workspaceId())), Occur.FILTER);
        scope.user()
                .ifPresent(user -> owned.add(new TermQuery(new Term(Fields.USER, Fields.user(user))), Occur.FILTER));
        unseen.values().forEach(entry -> upset.add(entry.circle()));
        show();
        List<Entry> gone = read(searcher -> Look.all(searcher, owned.build()));
        gone.forEach(entry -> upset.add(entry.circle()));
        writer.deleteDocuments(owned.build());
        changed = true;
        show();
        return !gone.isEmpty();
    }

    /** Lets reads see what was written; reads never wait for it, and whoever writes does it before it answers. */
    void show() throws IOException {
        if (changed) {
            searchers.maybeRefreshBlocking();
            unseen.clear();
            changed = false;
        }
    }

    /** Opens the files as they are now, so that nobody holds those that a merge replaced. */
    void refresh() throws IOException {
        changed = true;
        show();
    }

    /** Begins work off the lock: what is changed from now on is told by {@link #upset}. */
    void beginWork() throws IOException {
        show();
        upset.clear();
    }

    /** Whether something of a circle was replaced or removed since the work began. */
    boolean upset(String circle) {
        return upset.contains(circle);
    }

    /** Whether it still takes writes: it gives up for good when one could not reach the disk. */
    boolean isOpen() {
        return writer.isOpen();
    }

    void commit() throws IOException {
        writer.commit();
    }

    /** Writes every part that holds deleted rows anew, without them. Needs no lock. */
    void rewrite() throws IOException {
        writer.forceMergeDeletes(true);
    }

    /** Throws the files away that nobody reads any more. */
    void forget() throws IOException {
        writer.commit();
        writer.deleteUnusedFiles();
    }

    /** Reads every file and compares its checksum. */
    void verify() throws IOException {
        read(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        try (directory;
                searchers) {
            writer.close();
        }
    }

    /** Closes when nobody reads any more; its files may be thrown away at once. */
    void retire() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    /** Closes without writing, for files that will be thrown away. */
    void abandon() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
