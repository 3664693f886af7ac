package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import tacit.api.recall.SearchQuery;

/** Finds the best rows by words or by a vector, among those that may be seen. Confined to one search. */
final class Ways {

    /** So few vectors are compared one by one. */
    private static final int FEW = 1_000;

    /** Of more vectors, those are compared whose signs differ least: in all so many for each that is wanted, and one in each part. */
    private static final int COMPARED = 4;

    /** As the graphs of the index are made: vectors are of one length. */
    static final VectorSimilarityFunction LIKENESS = VectorSimilarityFunction.DOT_PRODUCT;

    private final IndexSearcher searcher;
    private final int most;
    private final SignedParts signs;
    private final Map<LeafReaderContext, SeenRows.Rows> seen = new HashMap<>();

    Ways(IndexSearcher searcher, SeenRows seen, SignedParts signs, SearchQuery query) throws IOException {
        this.searcher = searcher;
        this.most = query.most();
        this.signs = signs;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SeenRows.Rows rows = seen.of(searcher, leaf, query);
            if (rows.count() > 0) {
                this.seen.put(leaf, rows);
            }
        }
    }

    /**
     * The best by words; whole blocks that cannot reach them are passed over. Where all words are common, they tell nearly nothing,
     * and only what was put last of the rows that may be seen is looked through.
     */
    List<Integer> words(QueryWords words) throws IOException {
        TopScoreDocCollector best = new TopScoreDocCollectorManager(most, most).newCollector();
        Weight weight = searcher.createWeight(searcher.rewrite(words.rarest()), ScoreMode.TOP_SCORES, 1);
        best.setWeight(weight);
        long passed = words.allCommon() ? Math.max(0, all() - words.most()) : 0;
        for (Map.Entry<LeafReaderContext, SeenRows.Rows> leaf : leaves()) {
            SeenRows.Rows rows = leaf.getValue();
            BulkScorer scorer = passed < rows.count() ? weight.bulkScorer(leaf.getKey()) : null;
            if (scorer != null) {
                score(scorer, best.getLeafCollector(leaf.getKey()), rows, rows.after((int) passed));
            }
            passed = Math.max(0, passed - rows.count());
        }
        return rows(best.topDocs().scoreDocs);
    }

    private static void score(BulkScorer scorer, LeafCollector best, SeenRows.Rows rows, int from) throws IOException {
        try {
            scorer.score(best, rows, from, DocIdSetIterator.NO_MORE_DOCS);
        } catch (CollectionTerminatedException enough) {
            // the best of this part are known already
            return;
        }
        best.finish();
    }

    /** The nearest by a vector. */
    List<Integer> vector(String field, byte[] vector) throws IOException {
        List<ScoreDoc> nearest = new ArrayList<>();
        for (Map.Entry<LeafReaderContext, SeenRows.Rows> leaf : leaves()) {
            for (ScoreDoc near : nearest(leaf.getKey(), leaf.getValue(), field, vector)) {
                nearest.add(new ScoreDoc(near.doc + leaf.getKey().docBase, near.score));
            }
        }
        nearest.sort(Comparator.<ScoreDoc>comparingDouble(near -> -near.score).thenComparingInt(near -> near.doc));
        return rows(nearest.stream().limit(most).toArray(ScoreDoc[]::new));
    }

    private ScoreDoc[] nearest(LeafReaderContext leaf, SeenRows.Rows rows, String field, byte[] vector)
            throws IOException {
        ByteVectorValues values = leaf.reader().getByteVectorValues(field);
        if (values == null) {
            return new ScoreDoc[0];
        }
        if (Math.min(rows.count(), values.size()) <= FEW) {
            return compared(values, rows, vector);
        }
        if (!GrownVectorsFormat.hasGraph(leaf.reader())) {
            return compared(values, signs.of(leaf.reader(), field).nearest(vector, rows, worth(rows)), vector);
        }
        TopDocs found = leaf.reader().searchNearestVectors(field, vector, most, rows, rows.count());
        return found.totalHits.relation == TotalHits.Relation.EQUAL_TO
                ? found.scoreDocs
                : compared(values, rows, vector);
    }

    /** Larger parts hold more of what is near. */
    private int worth(SeenRows.Rows rows) {
        return (int) (most + (long) COMPARED * most * rows.count() / all());
    }

    /** How many rows may be seen. */
    private long all() {
        return seen.values().stream().mapToLong(SeenRows.Rows::count).sum();
    }

    private static ScoreDoc[] compared(ByteVectorValues values, int[] rows, byte[] vector) throws IOException {
        ScoreDoc[] compared = new ScoreDoc[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values.advance(rows[i]);
            compared[i] = new ScoreDoc(rows[i], LIKENESS.compare(vector, values.vectorValue()));
        }
        return compared;
    }

    /** Compares those that may be seen one by one: quicker than the graph where it would lead past them. */
    private static ScoreDoc[] compared(ByteVectorValues values, SeenRows.Rows rows, byte[] vector) throws IOException {
        List<ScoreDoc> compared = new ArrayList<>();
        for (int row = values.nextDoc(); row != DocIdSetIterator.NO_MORE_DOCS; row = values.nextDoc()) {
            if (rows.get(row)) {
                compared.add(new ScoreDoc(row, LIKENESS.compare(vector, values.vectorValue())));
            }
        }
        return compared.toArray(ScoreDoc[]::new);
    }

    private List<Map.Entry<LeafReaderContext, SeenRows.Rows>> leaves() {
        return seen.entrySet().stream()
                .sorted(Comparator.comparingInt(leaf -> leaf.getKey().ord))
                .toList();
    }

    private static List<Integer> rows(ScoreDoc[] found) {
        List<Integer> rows = new ArrayList<>();
        for (ScoreDoc hit : found) {
            rows.add(hit.doc);
        }
        return rows;
    }
}
