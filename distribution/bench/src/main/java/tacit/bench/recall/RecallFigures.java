package tacit.bench.recall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What answered questions come to. */
final class RecallFigures {

    private static final List<Integer> FIRST = List.of(5, 10, 25, 50);

    private RecallFigures() {}

    /** Recall in per cent at each number of hits, averaged over questions. */
    static Map<String, Object> recallAt(List<Answered> all) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int first : FIRST) {
            double mean =
                    all.stream().mapToDouble(one -> one.recall(first)).average().orElse(0);
            figures.put(String.valueOf(first), rounded(100 * mean, 1));
        }
        return figures;
    }

    static Map<String, Object> byCategory(List<Answered> all) {
        Map<Integer, List<Answered>> categories = all.stream()
                .collect(Collectors.groupingBy(one -> one.question().category(), TreeMap::new, Collectors.toList()));
        Map<String, Object> figures = new LinkedHashMap<>();
        categories.forEach((category, some) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("questions", some.size());
            row.put("recallAt", recallAt(some));
            figures.put(String.valueOf(category), row);
        });
        return figures;
    }

    static Map<String, Object> milliseconds(List<Answered> all) {
        long[] sorted = all.stream().mapToLong(Answered::nanos).sorted().toArray();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int part : List.of(50, 95, 99)) {
            figures.put("p" + part, rounded(percentile(sorted, part) / 1e6, 2));
        }
        return figures;
    }

    static long percentile(long[] sorted, int part) {
        int place = (int) Math.ceil(part / 100.0 * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.max(0, place)];
    }

    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    /** A line for each question. */
    static Map<String, Object> line(Answered one) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("dialogue", one.dialogue());
        line.put("question", one.question().text());
        line.put("category", one.question().category());
        line.put("evidence", one.question().evidence());
        line.put("top", one.ids());
        line.put("ranks", one.ranks());
        line.put("ms", rounded(one.nanos() / 1e6, 2));
        return line;
    }
}
