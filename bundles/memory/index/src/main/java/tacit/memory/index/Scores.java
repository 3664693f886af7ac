package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Measures chosen rows in one forward walk for each word and each kind of vectors, whatever way they were found by. */
final class Scores {

    private final IndexSearcher searcher;
    private final SortedMap<Integer, List<Integer>> rows = new TreeMap<>();

    Scores(IndexSearcher searcher, Collection<Integer> rows) {
        this.searcher = searcher;
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int row : new TreeSet<>(rows)) {
            int leaf = ReaderUtil.subIndex(row, leaves);
            this.rows.computeIfAbsent(leaf, key -> new ArrayList<>()).add(row - leaves.get(leaf).docBase);
        }
    }

    private interface Measure {

        void of(LeafReaderContext leaf, List<Integer> rows) throws IOException;
    }

    private void each(Measure measure) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (Map.Entry<Integer, List<Integer>> leaf : rows.entrySet()) {
            measure.of(leaves.get(leaf.getKey()), leaf.getValue());
        }
    }

    /** Takes what is measured of a row. */
    interface Measured {

        void of(int row, double value);
    }

    /** The BM25 of a word, for each row that holds it. */
    void word(QueryWords.Word word, Measured measured) throws IOException {
        Weight weight = searcher.createWeight(word.query(), ScoreMode.COMPLETE, 1);
        each((leaf, own) -> {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                DocIdSetIterator walk = scorer.iterator();
                for (int row : own) {
                    if (reaches(walk, row)) {
                        measured.of(row + leaf.docBase, scorer.score());
                    }
                }
            }
        });
    }

    private static boolean reaches(DocIdSetIterator walk, int row) throws IOException {
        return (walk.docID() < row ? walk.advance(row) : walk.docID()) == row;
    }

    void cosines(String field, byte[] vector, Measured measured) throws IOException {
        each((leaf, own) -> {
            ByteVectorValues values = leaf.reader().getByteVectorValues(field);
            if (values != null) {
                for (int row : own) {
                    if (reaches(values, row)) {
                        measured.of(row + leaf.docBase, cosine(vector, values.vectorValue()));
                    }
                }
            }
        });
    }

    static double cosine(byte[] left, byte[] right) {
        int product = 0;
        int one = 0;
        int other = 0;
        for (int i = 0; i < left.length; i++) {
            product += left[i] * right[i];
            one += left[i] * left[i];
            other += right[i] * right[i];
        }
        return product / Math.max(1e-9, Math.sqrt((double) one * other));
    }

    /** The name of the circle of each row. */
    Map<Integer, BytesRef> circles() throws IOException {
        Map<Integer, BytesRef> circles = new HashMap<>();
        each((leaf, own) -> {
            SortedDocValues values = leaf.reader().getSortedDocValues(Fields.CIRCLE_NAME);
            if (values != null) {
                for (int row : own) {
                    if (values.advanceExact(row)) {
                        circles.put(row + leaf.docBase, BytesRef.deepCopyOf(values.lookupOrd(values.ordValue())));
                    }
                }
            }
        });
        return circles;
    }

    /** The rows that stand for whole circles. */
    static Map<BytesRef, Integer> wholes(IndexSearcher searcher, Collection<BytesRef> circles) throws IOException {
        Map<BytesRef, Integer> wholes = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms names = leaf.reader().terms(Fields.GROUP_NAME);
            if (names != null) {
                TermsEnum walk = names.iterator();
                for (BytesRef circle : new TreeSet<>(circles)) {
                    if (walk.seekExact(circle)) {
                        whole(walk, leaf.reader().getLiveDocs()).forEach(row -> wholes.put(circle, row + leaf.docBase));
                    }
                }
            }
        }
        return wholes;
    }

    private static List<Integer> whole(TermsEnum name, @org.jspecify.annotations.Nullable Bits live)
            throws IOException {
        List<Integer> rows = new ArrayList<>();
        PostingsEnum walk = name.postings(null, PostingsEnum.NONE);
        for (int row = walk.nextDoc(); row != DocIdSetIterator.NO_MORE_DOCS; row = walk.nextDoc()) {
            if (live == null || live.get(row)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
