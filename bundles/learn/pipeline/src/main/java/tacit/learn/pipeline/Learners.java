package tacit.learn.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.learn.TraceLearner;

/** Those who learn from runs, by their service ranking, the highest first. Thread-safe. */
final class Learners {

    private static final String RANKING = "service.ranking";
    private static final String ID = "service.id";

    private final List<Ranked> learners = new CopyOnWriteArrayList<>();

    private record Ranked(TraceLearner learner, int ranking, long id) {}

    void add(TraceLearner learner, Map<String, ?> properties) {
        int ranking = properties.get(RANKING) instanceof Integer number ? number : 0;
        long id = properties.get(ID) instanceof Long number ? number : Long.MAX_VALUE;
        learners.add(new Ranked(learner, ranking, id));
    }

    void remove(TraceLearner learner) {
        learners.removeIf(ranked -> ranked.learner() == learner);
    }

    List<TraceLearner> inOrder() {
        return learners.stream()
                .sorted(Comparator.comparingInt(Ranked::ranking).reversed().thenComparingLong(Ranked::id))
                .map(Ranked::learner)
                .toList();
    }
}
