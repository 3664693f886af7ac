package tacit.memory.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int BATCHES_A_SAVE = 16;

    private final List<DocumentSource> sources = new CopyOnWriteArrayList<>();
    private final Volume volume;
    private final Meaning meaning;
    private final Clock clock;
    private Set<String> built = Set.of();
    private Duration pause = FIRST_PAUSE;
    private volatile Instant again = Instant.EPOCH;
    private int unsaved;

    Chores(Volume volume, Meaning meaning, Clock clock) {
        this.volume = volume;
        this.meaning = meaning;
        this.clock = clock;
    }

    void add(DocumentSource source) {
        sources.add(source);
        again = Instant.EPOCH;
    }

    void remove(DocumentSource source) {
        sources.remove(source);
    }

    /** Looks at what there is, before anything is done. */
    void begin() {
        volume.verify();
    }

    /** Builds the index anew where it has to be; after a failure not until a pause is over or another source comes. */
    synchronized boolean restore() throws IOException {
        List<DocumentSource> now = List.copyOf(sources);
        boolean due = !now.isEmpty() && (volume.isLost() || isLate(now));
        if (due && !clock.instant().isBefore(again)) {
            build(now);
        }
        return false;
    }

    /** In nanoseconds until a build that failed is tried again; very long when none did. */
    long untilBuild() {
        Instant at = again;
        Instant now = clock.instant();
        if (at.equals(Instant.EPOCH) || sources.isEmpty() || !volume.isLost()) {
            return Long.MAX_VALUE;
        }
        return now.isBefore(at) ? Duration.between(now, at).toNanos() : 0;
    }

    /** One batch; whoever wants to build the index anew gets in between two of them. Answers whether more is to do. */
    synchronized boolean step() throws IOException {
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
        again = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        volume.build(now);
        built = names(now);
        again = Instant.EPOCH;
        pause = FIRST_PAUSE;
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
