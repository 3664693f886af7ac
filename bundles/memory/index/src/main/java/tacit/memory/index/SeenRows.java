package tacit.memory.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import tacit.api.recall.SearchQuery;

/**
 * Which rows a query may see. What an audience sees of a part of the index never changes while the part lasts, and is kept as
 * bits for those who asked last. Thread-safe.
 */
final class SeenRows {

    private static final int AUDIENCES = 32;

    private final Map<Object, Map<Query, FixedBitSet>> kept = new ConcurrentHashMap<>();

    /**
     * What may be seen of a part of the index.
     *
     * @param bits by row, deleted ones too
     * @param count how many of them
     * @param live the rows that are not deleted; null for all
     */
    record Rows(FixedBitSet bits, int count, @Nullable Bits live) implements Bits {

        @Override
        public boolean get(int row) {
            return bits.get(row) && (live == null || live.get(row));
        }

        /** The row behind so many of those that may be seen, fewer than there are. */
        int after(int passed) {
            int row = 0;
            for (int i = 0; i < passed; i++) {
                row = bits.nextSetBit(row) + 1;
            }
            return row;
        }

        @Override
        public int length() {
            return bits.length();
        }
    }

    Rows of(IndexSearcher searcher, LeafReaderContext leaf, SearchQuery query) throws IOException {
        FixedBitSet bits = audience(searcher, leaf, Sight.audience(query));
        Query narrower = Sight.narrower(query);
        if (narrower != null) {
            FixedBitSet both = bits(searcher, leaf, narrower);
            both.and(bits);
            bits = both;
        }
        return new Rows(bits, bits.cardinality(), leaf.reader().getLiveDocs());
    }

    private FixedBitSet audience(IndexSearcher searcher, LeafReaderContext leaf, Query audience) throws IOException {
        IndexReader.CacheHelper part = leaf.reader().getCoreCacheHelper();
        Map<Query, FixedBitSet> mine = kept.computeIfAbsent(part.getKey(), key -> new Latest());
        synchronized (mine) {
            FixedBitSet bits = mine.get(audience);
            if (bits == null) {
                if (mine.isEmpty()) {
                    part.addClosedListener(kept::remove);
                }
                bits = bits(searcher, leaf, audience);
                mine.put(audience, bits);
            }
            return bits;
        }
    }

    private static FixedBitSet bits(IndexSearcher searcher, LeafReaderContext leaf, Query query) throws IOException {
        FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
        Scorer scorer = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        if (scorer != null) {
            bits.or(scorer.iterator());
        }
        return bits;
    }

    private static final class Latest extends LinkedHashMap<Query, FixedBitSet> {

        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, FixedBitSet> eldest) {
            return size() > AUDIENCES;
        }
    }
}
