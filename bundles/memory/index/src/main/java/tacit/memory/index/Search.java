package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchQuery;

/** One search: candidates from each way to look, fused by their ranks, each with everything that was measured of it. */
final class Search {

    private static final double RANK_OFFSET = 60;
    private static final List<String> WORD_FIELDS = List.of(Fields.TEXT, Fields.STEM, Fields.WINDOW1, Fields.WINDOW2);

    private final IndexSearcher searcher;
    private final Analysis analysis;
    private final SearchQuery query;
    private final Map<String, byte[]> vectors;
    private final Query sight;
    private final Map<Integer, SortedMap<String, Double>> signals = new HashMap<>();

    Search(IndexSearcher searcher, Analysis analysis, SearchQuery query, Map<String, byte[]> vectors) {
        this.searcher = searcher;
        this.analysis = analysis;
        this.query = query;
        this.vectors = vectors;
        this.sight = Sight.pieces(query);
    }

    SearchAnswer answer() throws IOException {
        if (query.text().isBlank()) {
            return newest();
        }
        SortedMap<String, Double> weights = weights();
        Map<String, Query> ways = ways();
        Map<Integer, Double> fused = new LinkedHashMap<>();
        for (Map.Entry<String, Query> way : ways.entrySet()) {
            fuse(way.getKey(), searcher.search(way.getValue(), query.most()), fused);
        }
        List<Integer> rows = fused.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(query.most())
                .map(Map.Entry::getKey)
                .toList();
        signals.keySet().retainAll(rows);
        rows.forEach(row -> note(row, "fused", fused.getOrDefault(row, 0.0)));
        measure(rows, weights);
        return new SearchAnswer(hits(rows), weights, !vectors.isEmpty());
    }

    private SearchAnswer newest() throws IOException {
        Sort latest = new Sort(new SortField(Fields.AT, SortField.Type.LONG, true));
        TopDocs found = searcher.search(sight, query.most(), latest);
        List<Integer> rows = Arrays.stream(found.scoreDocs).map(hit -> hit.doc).toList();
        return new SearchAnswer(hits(rows), new TreeMap<>(), false);
    }

    /** The ways to look by name, each within what may be seen. */
    private Map<String, Query> ways() {
        Map<String, Query> ways = new LinkedHashMap<>();
        for (String field : WORD_FIELDS) {
            Query words = words(field);
            ways.put(
                    field,
                    new BooleanQuery.Builder()
                            .add(words, Occur.MUST)
                            .add(sight, Occur.FILTER)
                            .build());
        }
        vectors.forEach((model, vector) -> {
            for (String kind : Meaning.KINDS) {
                String field = Fields.vector(model, kind);
                ways.put(model + "." + kind, new KnnByteVectorQuery(field, vector, query.most(), sight));
            }
        });
        return ways;
    }

    private Query words(String field) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String word : analysis.words(query.text(), field)) {
            words.add(new TermQuery(new Term(field, word)), Occur.SHOULD);
        }
        return words.build();
    }

    private void fuse(String way, TopDocs found, Map<Integer, Double> fused) {
        int rank = 0;
        for (ScoreDoc hit : found.scoreDocs) {
            rank++;
            note(hit.doc, "rank." + way, rank);
            fused.merge(hit.doc, 1 / (RANK_OFFSET + rank), Double::sum);
        }
    }

    /** How much each word tells: rare ones more. By the word in its stemmed form. */
    private SortedMap<String, Double> weights() throws IOException {
        SortedMap<String, Double> weights = new TreeMap<>();
        IndexReader reader = searcher.getIndexReader();
        int documents = Math.max(1, reader.getDocCount(Fields.STEM));
        for (String word : analysis.words(query.text(), Fields.STEM)) {
            int holding = Math.min(documents, reader.docFreq(new Term(Fields.STEM, word)));
            weights.put(word, Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)));
        }
        return weights;
    }

    private void measure(List<Integer> rows, SortedMap<String, Double> weights) throws IOException {
        Scores scores = new Scores(searcher, rows);
        for (String field : WORD_FIELDS) {
            scores.words(words(field)).forEach((row, score) -> note(row, "bm25." + field, score));
        }
        for (Map.Entry<String, byte[]> vector : vectors.entrySet()) {
            for (String kind : Meaning.KINDS) {
                scores.cosines(Fields.vector(vector.getKey(), kind), vector.getValue())
                        .forEach((row, cosine) -> note(row, "cosine." + vector.getKey() + "." + kind, cosine));
            }
        }
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        for (String field : List.of(Fields.STEM, Fields.WINDOW1)) {
            Map<Integer, Double> held = new HashMap<>();
            for (Map.Entry<String, Double> word : weights.entrySet()) {
                scores.holding(new Term(field, word.getKey()))
                        .forEach(row -> held.merge(row, word.getValue(), Double::sum));
            }
            String name = field.equals(Fields.STEM) ? "coverage.text" : "coverage.window1";
            rows.forEach(row -> note(row, name, held.getOrDefault(row, 0.0) / Math.max(sum, 1e-9)));
        }
        groups(scores);
    }

    private void groups(Scores scores) throws IOException {
        Map<Integer, String> circles = scores.circles();
        Query wholes = new BooleanQuery.Builder()
                .add(words(Fields.GROUP), Occur.MUST)
                .add(Sight.wholes(query), Occur.FILTER)
                .add(Scores.keys(Set.copyOf(circles.values())), Occur.FILTER)
                .build();
        Map<String, Double> found = new HashMap<>();
        TopDocs top = searcher.search(wholes, Math.max(1, circles.size()));
        List<Integer> rows = Arrays.stream(top.scoreDocs).map(hit -> hit.doc).toList();
        Map<Integer, String> names = new Scores(searcher, rows).circles();
        for (ScoreDoc hit : top.scoreDocs) {
            found.put(names.getOrDefault(hit.doc, ""), (double) hit.score);
        }
        circles.forEach((row, circle) -> {
            Double score = found.get(circle);
            if (score != null) {
                note(row, "bm25.group", score);
            }
        });
    }

    private void note(int row, String name, double value) {
        signals.computeIfAbsent(row, key -> new TreeMap<>()).put(name, value);
    }

    private List<SearchHit> hits(List<Integer> rows) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<SearchHit> hits = new ArrayList<>();
        for (int row : rows) {
            Entry entry = Look.entry(stored, row);
            hits.add(new SearchHit(
                    entry.document(), entry.before(), entry.after(), signals.getOrDefault(row, new TreeMap<>())));
        }
        return hits;
    }
}
