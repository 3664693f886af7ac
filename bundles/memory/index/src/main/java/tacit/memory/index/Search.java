package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchQuery;

/** One search: candidates from each way to look, fused by their ranks; only these are measured. Confined to one thread. */
final class Search {

    private static final double RANK_OFFSET = 60;
    private static final List<String> OWN_WORDS = List.of(Fields.TEXT, Fields.STEM);
    private static final List<String> ALL_WORDS = List.of(Fields.TEXT, Fields.STEM, Fields.WINDOW1, Fields.WINDOW2);

    private final IndexSearcher searcher;
    private final Analysis analysis;
    private final SeenRows seen;
    private final SignedParts signs;
    private final SearchQuery query;
    private final Map<String, byte[]> vectors;

    Search(
            IndexSearcher searcher,
            Analysis analysis,
            SeenRows seen,
            SignedParts signs,
            SearchQuery query,
            Map<String, byte[]> vectors) {
        this.searcher = searcher;
        this.analysis = analysis;
        this.seen = seen;
        this.signs = signs;
        this.query = query;
        this.vectors = vectors;
    }

    SearchAnswer answer() throws IOException {
        if (query.text().isBlank()) {
            return newest();
        }
        boolean glance = query.depth() == SearchQuery.Depth.GLANCE;
        Map<String, QueryWords> words = new LinkedHashMap<>();
        for (String field : glance ? OWN_WORDS : ALL_WORDS) {
            words.put(field, words(field));
        }
        Map<Integer, SortedMap<String, Double>> signals = new LinkedHashMap<>();
        for (Map.Entry<String, List<Integer>> way : ways(words).entrySet()) {
            fuse(way.getKey(), way.getValue(), signals);
        }
        Map<Integer, SortedMap<String, Double>> best = best(signals);
        return glance ? new SearchAnswer(hits(best), new TreeMap<>(), false) : measured(best, words);
    }

    private SearchAnswer measured(Map<Integer, SortedMap<String, Double>> best, Map<String, QueryWords> words)
            throws IOException {
        SortedMap<String, Double> weights = Rarity.weights(
                searcher.getIndexReader(), query.scope().workspaceId(), analysis.words(query.text(), Fields.STEM));
        Measures measures = new Measures(searcher, best, weights);
        for (Map.Entry<String, QueryWords> field : words.entrySet()) {
            measures.words(field.getKey(), field.getValue());
        }
        measures.cosines(vectors);
        measures.groups(words(Fields.GROUP));
        return new SearchAnswer(hits(best), weights, !vectors.isEmpty());
    }

    private QueryWords words(String field) throws IOException {
        return new QueryWords(searcher, analysis, query.text(), field);
    }

    private SearchAnswer newest() throws IOException {
        Sort latest = new Sort(new SortField(Fields.AT, SortField.Type.LONG, true));
        TopDocs found = searcher.search(Sight.pieces(query), query.most(), latest);
        Map<Integer, SortedMap<String, Double>> rows = new LinkedHashMap<>();
        Arrays.stream(found.scoreDocs).forEach(hit -> rows.put(hit.doc, new TreeMap<>()));
        return new SearchAnswer(hits(rows), new TreeMap<>(), false);
    }

    /** The best rows of each way to look, by its name. */
    private Map<String, List<Integer>> ways(Map<String, QueryWords> words) throws IOException {
        Ways ways = new Ways(searcher, seen, signs, query);
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (Map.Entry<String, QueryWords> field : words.entrySet()) {
            found.put(field.getKey(), ways.words(field.getValue()));
        }
        for (Map.Entry<String, byte[]> vector : vectors.entrySet()) {
            for (String kind : Meaning.KINDS) {
                String field = Fields.vector(vector.getKey(), kind);
                found.put(vector.getKey() + "." + kind, ways.vector(field, vector.getValue()));
            }
        }
        return found;
    }

    private static void fuse(String way, List<Integer> rows, Map<Integer, SortedMap<String, Double>> signals) {
        int rank = 0;
        for (int row : rows) {
            rank++;
            SortedMap<String, Double> own = signals.computeIfAbsent(row, key -> new TreeMap<>());
            own.put("rank." + way, (double) rank);
            own.merge("fused", 1 / (RANK_OFFSET + rank), Double::sum);
        }
    }

    private Map<Integer, SortedMap<String, Double>> best(Map<Integer, SortedMap<String, Double>> signals) {
        Map<Integer, SortedMap<String, Double>> best = new LinkedHashMap<>();
        signals.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Integer, SortedMap<String, Double>>>comparingDouble(
                                row -> -row.getValue().getOrDefault("fused", 0.0))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(query.most())
                .forEach(row -> best.put(row.getKey(), row.getValue()));
        return best;
    }

    private List<SearchHit> hits(Map<Integer, SortedMap<String, Double>> rows) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (Map.Entry<Integer, SortedMap<String, Double>> row : rows.entrySet()) {
            Entry entry = Look.entry(searcher, row.getKey());
            hits.add(new SearchHit(entry.document(), entry.before(), entry.after(), row.getValue()));
        }
        return hits;
    }
}
