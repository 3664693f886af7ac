package tacit.memory.rank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.RankRequest;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;
import tacit.memory.words.Terms;

/** A conversation as an index would find it: every word of a question weighs 1, and its share is the signal of words. */
final class Hits {

    static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    private final List<SearchDocument> said = new ArrayList<>();
    private final List<Map<String, Double>> signals = new ArrayList<>();

    Hits say(String day, String speaker, String text) {
        return say(day, speaker, text, Map.of());
    }

    Hits say(String day, String speaker, String text, Map<String, Double> more) {
        String group = "day-" + day;
        long position =
                said.stream().filter(other -> other.group().equals(group)).count();
        said.add(new SearchDocument(
                String.valueOf(said.size() + 1),
                "message",
                "w",
                null,
                group,
                position,
                Instant.parse(day + "T18:00:00Z"),
                speaker,
                "",
                text,
                Visibility.PRIVATE,
                TrustLane.STATEMENT,
                new TreeMap<>()));
        signals.add(more);
        return this;
    }

    RankRequest ask(String question) {
        return ask(question, said.size());
    }

    RankRequest ask(String question, int most) {
        List<SearchHit> hits = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            hits.add(new SearchHit(said.get(i), beside(i, -1), beside(i, 1), new TreeMap<>(signals.get(i))));
        }
        TreeMap<String, Double> weights = new TreeMap<>();
        Terms.ofQuery(question).forEach(term -> weights.put(term, 1.0));
        return new RankRequest(question, NOW, hits, weights, most);
    }

    private String beside(int i, int places) {
        int other = i + places;
        boolean there = other >= 0
                && other < said.size()
                && said.get(other).group().equals(said.get(i).group());
        return there ? said.get(other).text() : "";
    }

    /** A feature's values in the order in which was spoken. */
    static List<Double> values(String feature, RankRequest request) {
        int place = Features.names().indexOf(feature);
        if (place < 0) {
            throw new IllegalArgumentException("feature must be one of " + Features.names() + ", got " + feature);
        }
        return Features.measured(request).values().stream()
                .map(row -> row[place])
                .toList();
    }
}
