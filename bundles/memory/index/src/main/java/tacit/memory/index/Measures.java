package tacit.memory.index;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Notes what can be measured of the candidates of a search, and of nothing else. Confined to one search. */
final class Measures {

    /** The fields whose share of the query's words counts, and the name of that signal. */
    private static final Map<String, String> COVERAGE =
            Map.of(Fields.STEM, "coverage.text", Fields.WINDOW1, "coverage.window1");

    private final IndexSearcher searcher;
    private final Map<Integer, SortedMap<String, Double>> signals;
    private final SortedMap<String, Double> weights;
    private final Scores scores;

    Measures(
            IndexSearcher searcher,
            Map<Integer, SortedMap<String, Double>> signals,
            SortedMap<String, Double> weights) {
        this.searcher = searcher;
        this.signals = signals;
        this.weights = weights;
        this.scores = new Scores(searcher, signals.keySet());
    }

    /** BM25 of a field, and what share of the words it holds. */
    void words(String field, QueryWords words) throws IOException {
        String coverage = COVERAGE.get(field);
        double all = Math.max(
                1e-9, weights.values().stream().mapToDouble(Double::doubleValue).sum());
        if (coverage != null) {
            signals.values().forEach(own -> own.put(coverage, 0.0));
        }
        for (QueryWords.Word word : words.all()) {
            double share = weights.getOrDefault(word.text(), 0.0) / all;
            scores.word(word, (row, score) -> {
                add(row, "bm25." + field, score);
                if (coverage != null) {
                    add(row, coverage, share);
                }
            });
        }
    }

    void cosines(Map<String, byte[]> vectors) throws IOException {
        for (Map.Entry<String, byte[]> vector : vectors.entrySet()) {
            for (String kind : Meaning.KINDS) {
                String name = vector.getKey() + "." + kind;
                scores.cosines(
                        Fields.vector(vector.getKey(), kind),
                        vector.getValue(),
                        (row, cosine) -> add(row, "cosine." + name, cosine));
            }
        }
    }

    /** BM25 of the whole circle of each candidate, measured once for all of its members. */
    void groups(QueryWords words) throws IOException {
        Map<Integer, BytesRef> circles = scores.circles();
        Map<BytesRef, Integer> wholes = Scores.wholes(searcher, circles.values());
        Scores all = new Scores(searcher, wholes.values());
        SortedMap<Integer, Double> measured = new TreeMap<>();
        for (QueryWords.Word word : words.all()) {
            all.word(word, (row, score) -> measured.merge(row, score, Double::sum));
        }
        circles.forEach((row, circle) -> {
            Double score = measured.get(wholes.getOrDefault(circle, -1));
            if (score != null) {
                add(row, "bm25.group", score);
            }
        });
    }

    private void add(int row, String name, double value) {
        signals.computeIfAbsent(row, key -> new TreeMap<>()).merge(name, value, Double::sum);
    }
}
