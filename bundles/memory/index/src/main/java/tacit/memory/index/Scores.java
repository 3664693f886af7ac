package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/** Measures chosen rows in one forward walk for each measure, whatever way they were found by. */
final class Scores {

    private final IndexSearcher searcher;
    private final Map<LeafReaderContext, int[]> rows = new HashMap<>();

    Scores(IndexSearcher searcher, Collection<Integer> rows) {
        this.searcher = searcher;
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<LeafReaderContext, List<Integer>> byLeaf = new HashMap<>();
        for (int row : rows) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(row, leaves));
            byLeaf.computeIfAbsent(leaf, key -> new ArrayList<>()).add(row - leaf.docBase);
        }
        byLeaf.forEach((leaf, own) -> this.rows.put(
                leaf, own.stream().mapToInt(Integer::intValue).sorted().toArray()));
    }

    Map<Integer, Double> words(Query query) throws IOException {
        Map<Integer, Double> scores = new HashMap<>();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        for (Map.Entry<LeafReaderContext, int[]> leaf : rows.entrySet()) {
            Scorer scorer = weight.scorer(leaf.getKey());
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator walk = scorer.iterator();
            for (int row : leaf.getValue()) {
                if (reaches(walk, row)) {
                    scores.put(row + leaf.getKey().docBase, (double) scorer.score());
                }
            }
        }
        return scores;
    }

    private static boolean reaches(DocIdSetIterator walk, int row) throws IOException {
        return (walk.docID() < row ? walk.advance(row) : walk.docID()) == row;
    }

    Map<Integer, Double> cosines(String field, byte[] vector) throws IOException {
        Map<Integer, Double> cosines = new HashMap<>();
        for (Map.Entry<LeafReaderContext, int[]> leaf : rows.entrySet()) {
            ByteVectorValues values = leaf.getKey().reader().getByteVectorValues(field);
            if (values == null) {
                continue;
            }
            for (int row : leaf.getValue()) {
                if (reaches(values, row)) {
                    cosines.put(row + leaf.getKey().docBase, cosine(vector, values.vectorValue()));
                }
            }
        }
        return cosines;
    }

    private static double cosine(byte[] left, byte[] right) {
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

    /** The rows that hold a word. */
    List<Integer> holding(Term word) throws IOException {
        List<Integer> holding = new ArrayList<>();
        for (Map.Entry<LeafReaderContext, int[]> leaf : rows.entrySet()) {
            PostingsEnum postings = leaf.getKey().reader().postings(word, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            for (int row : leaf.getValue()) {
                if (reaches(postings, row)) {
                    holding.add(row + leaf.getKey().docBase);
                }
            }
        }
        return holding;
    }

    /** The circle of each row. */
    Map<Integer, String> circles() throws IOException {
        Map<Integer, String> circles = new HashMap<>();
        for (Map.Entry<LeafReaderContext, int[]> leaf : rows.entrySet()) {
            SortedDocValues values = leaf.getKey().reader().getSortedDocValues(Fields.CIRCLE_NAME);
            if (values == null) {
                continue;
            }
            for (int row : leaf.getValue()) {
                if (values.advanceExact(row)) {
                    circles.put(
                            row + leaf.getKey().docBase,
                            values.lookupOrd(values.ordValue()).utf8ToString());
                }
            }
        }
        return circles;
    }

    static Query keys(Collection<String> keys) {
        return new TermInSetQuery(Fields.KEY, keys.stream().map(BytesRef::new).toList());
    }
}
