package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/**
 * The documents that share windows, in the order of their positions; of very many the last. Immutable.
 *
 * @param member one of them, by whom the circle is known
 * @param entries as they are now
 */
record Circle(Entry member, List<Entry> entries) {

    private static final int LARGEST = 2_000;

    Circle {
        entries = List.copyOf(entries);
    }

    static Circle of(IndexSearcher searcher, Entry member) throws IOException {
        return new Circle(member, Look.circle(searcher, member.circle(), LARGEST));
    }

    /** A document with its neighbours. */
    Neighbours around(IndexSearcher searcher, Entry entry) throws IOException {
        long position = entry.document().position();
        int from = first(position);
        int until = first(position + 1);
        if (entries.size() == LARGEST && from < Look.REACH) {
            return Look.around(searcher, entry);
        }
        return new Neighbours(
                entry,
                new ArrayList<>(entries.subList(Math.max(0, from - Look.REACH), from)),
                new ArrayList<>(entries.subList(until, Math.min(entries.size(), until + Look.REACH))));
    }

    /** Where the first one with this position or a later one stands. */
    private int first(long position) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).document().position() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
