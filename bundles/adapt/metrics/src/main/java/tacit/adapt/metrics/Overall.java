package tacit.adapt.metrics;

import java.util.List;
import tacit.api.adapt.EvolutionMetric;

/** One number for all metrics: 50 says nothing. */
final class Overall {

    private static final int BASE = 50;
    private static final int IMPROVING = 10;
    private static final int DECLINING = 8;
    private static final double POINTS_OF_RATE = 5;
    private static final double ENTITIES_A_POINT = 10;
    private static final int MOST_FOR_KNOWLEDGE = 10;

    private Overall() {}

    static int score(List<EvolutionMetric> metrics) {
        long score = BASE;
        for (EvolutionMetric metric : metrics) {
            score += switch (metric.trend()) {
                case IMPROVING -> IMPROVING;
                case STABLE -> 0;
                case DECLINING -> -DECLINING;
            };
            score += extra(metric);
        }
        return (int) Math.max(0, Math.min(100, score));
    }

    private static long extra(EvolutionMetric metric) {
        double value = metric.value();
        if (value <= 0) {
            return 0;
        }
        return switch (metric.id()) {
            case EvolutionMetric.TASK_SUCCESS_RATE -> Math.round((value - BASE) / POINTS_OF_RATE);
            case EvolutionMetric.KNOWLEDGE_GROWTH -> Math.min(MOST_FOR_KNOWLEDGE, Math.round(value / ENTITIES_A_POINT));
            default -> 0;
        };
    }
}
