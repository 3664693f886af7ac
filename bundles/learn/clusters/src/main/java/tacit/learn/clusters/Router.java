package tacit.learn.clusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.learn.FailureClass;

/**
 * Decides for each kind of failure to which family it goes: that of its signature, else the most similar one, else one of
 * its own. Confined to one transaction.
 */
final class Router {

    private record Candidate(Route leader, double similarity) {

        /** The most alike; of equals, always the same one. */
        static final Comparator<Candidate> ORDER = Comparator.comparingDouble(Candidate::similarity)
                .thenComparing(candidate -> candidate.leader().kind().key());
    }

    private final Routes routes;
    private final double threshold;
    private final KindSimilarity similarity = new KindSimilarity();
    private final Map<String, Route> known;
    private final Map<List<Object>, List<Route>> leaders = new HashMap<>();
    private final Map<String, Route> made = new LinkedHashMap<>();

    Router(Routes routes, double threshold, Collection<Kind> kinds) {
        this.routes = routes;
        this.threshold = threshold;
        known = routes.find(kinds.stream().map(Kind::key).distinct().toList());
    }

    Route route(Kind kind) {
        Route route = known.get(kind.key());
        return route != null ? route : made.computeIfAbsent(kind.key(), key -> decide(kind, key));
    }

    /** Keeps the decisions that were made here. */
    void store() {
        routes.add(made.values());
    }

    /** The kinds that lead a new family. */
    List<Route> newLeaders() {
        return made.values().stream().filter(Route::leads).toList();
    }

    private Route decide(Kind kind, String key) {
        List<Route> rivals = leaders.computeIfAbsent(
                List.of(kind.failureClass(), kind.signature().category()), group -> leaders(kind));
        Optional<Candidate> best = rivals.stream()
                .map(leader -> new Candidate(leader, similarity.of(kind, leader.kind())))
                .filter(candidate -> candidate.similarity() >= threshold)
                .max(Candidate.ORDER);
        if (best.isPresent()) {
            return new Route(kind, best.get().leader().clusterId(), best.get().similarity(), Route.SIMILARITY, false);
        }
        Route own = new Route(kind, "c-" + key, 1, Route.SIGNATURE, true);
        rivals.add(own);
        return own;
    }

    private List<Route> leaders(Kind kind) {
        FailureClass failureClass = kind.failureClass();
        return new ArrayList<>(routes.leaders(failureClass, kind.signature().category()));
    }
}
