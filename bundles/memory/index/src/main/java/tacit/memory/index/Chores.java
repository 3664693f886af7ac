package tacit.memory.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import tacit.api.recall.DocumentSource;

/** What has to be done behind an index, one piece at a time. Thread-safe. */
final class Chores {

    private static final int BATCH = 64;
    private static final int BATCHES_A_SAVE = 16;

    private final List<DocumentSource> sources = new CopyOnWriteArrayList<>();
    private final Volume volume;
    private final Meaning meaning;
    private Set<String> built = Set.of();
    private int unsaved;

    Chores(Volume volume, Meaning meaning) {
        this.volume = volume;
        this.meaning = meaning;
    }

    void add(DocumentSource source) {
        sources.add(source);
    }

    void remove(DocumentSource source) {
        sources.remove(source);
    }

    /** Looks at what there is, before anything is done. */
    void begin() {
        volume.verify();
    }

    /** One batch; whoever wants to build the index anew gets in between two of them. Answers whether more is to do. */
    synchronized boolean step() throws IOException {
        List<DocumentSource> now = List.copyOf(sources);
        if (!now.isEmpty() && (volume.isLost() || isLate(now))) {
            build(now);
        }
        boolean more = waiting() > 0;
        if (more) {
            meaning.load();
            more = volume.enrich(meaning, BATCH);
        }
        unsaved++;
        if (!more || unsaved >= BATCHES_A_SAVE) {
            volume.save();
            unsaved = 0;
        }
        return more;
    }

    synchronized void build() throws IOException {
        build(List.copyOf(sources));
    }

    private void build(List<DocumentSource> now) throws IOException {
        volume.build(now);
        built = names(now);
    }

    /** Whether there is a source by now that the last build did not know. */
    private boolean isLate(List<DocumentSource> now) {
        return !built.isEmpty() && !built.containsAll(names(now));
    }

    private static Set<String> names(List<DocumentSource> sources) {
        return sources.stream().map(DocumentSource::name).collect(Collectors.toUnmodifiableSet());
    }

    long waiting() throws IOException {
        return volume.read(searcher -> searcher.count(new TermQuery(new Term(Fields.STATE, Fields.WAITING))));
    }

    boolean gaveUp(Exception failed) {
        return volume.gaveUp(failed);
    }

    boolean isUnpurged() {
        return volume.isUnpurged();
    }

    void purge() throws IOException {
        volume.purge();
    }
}
