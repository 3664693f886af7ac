package tacit.memory.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.api.recall.RankRequest;
import tacit.api.recall.RankedHit;
import tacit.api.recall.RankedHit.Reason;
import tacit.api.recall.Ranker;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchHit;

/** Says how well each candidate answers, in [0, 1]: by the ranker, or by the order of the index where that does not answer. */
final class Ordering {

    /**
     * A candidate that was judged.
     *
     * @param hit the candidate
     * @param relevance in [0, 1]
     * @param reasons what that is made of
     */
    record Judged(SearchHit hit, double relevance, List<Reason> reasons) {}

    /** A score of so much less than the best answers less by the factor e. */
    private static final double SPREAD = 2;

    private Ordering() {}

    static List<Judged> byRanker(Ranker ranker, String query, Instant now, SearchAnswer answer) {
        Map<String, SearchHit> byId = new LinkedHashMap<>();
        answer.hits().forEach(hit -> byId.put(hit.document().id(), hit));
        List<RankedHit> ranked = ranker.rank(new RankRequest(query, now, answer.hits(), answer.weights(), byId.size()));
        double best = ranked.stream().mapToDouble(RankedHit::score).max().orElse(0);
        List<Judged> judged = new ArrayList<>();
        for (RankedHit one : ranked) {
            SearchHit hit = byId.get(one.id());
            if (hit != null) {
                judged.add(new Judged(hit, Math.exp((one.score() - best) / SPREAD), one.reasons()));
            }
        }
        return judged;
    }

    static List<Judged> byIndex(SearchAnswer answer) {
        double best = answer.hits().stream().mapToDouble(Ordering::fused).max().orElse(0);
        return answer.hits().stream()
                .map(hit -> new Judged(
                        hit,
                        share(fused(hit), best),
                        List.of(new Reason("fused", fused(hit), share(fused(hit), best)))))
                .toList();
    }

    /** Without words, everything answers alike. */
    static List<Judged> newest(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> new Judged(hit, 1, List.of())).toList();
    }

    private static double fused(SearchHit hit) {
        return hit.signals().getOrDefault("fused", 0.0);
    }

    private static double share(double value, double best) {
        return best < 1e-9 ? 1 : value / best;
    }
}
