package tacit.adapt.metrics;

import org.jspecify.annotations.Nullable;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.Trend;

/** How much the knowledge graph knows, and how much more than before. */
final class KnowledgeGrowth {

    private KnowledgeGrowth() {}

    static EvolutionMetric of(Counting counting, Past past) {
        long entities = counting.graph("entity");
        Double change = past.change(EvolutionMetric.KNOWLEDGE_GROWTH, entities);
        return new EvolutionMetric(
                EvolutionMetric.KNOWLEDGE_GROWTH,
                "Knowledge growth",
                entities,
                "entities",
                trend(entities, change),
                entities + " entities, " + counting.graph("relation") + " relations",
                null,
                change);
    }

    /** By what is known at all while nothing was kept to compare with. */
    static Trend trend(long entities, @Nullable Double change) {
        double grown = change == null ? entities : change;
        if (grown > 0) {
            return Trend.IMPROVING;
        }
        return grown < 0 ? Trend.DECLINING : Trend.STABLE;
    }
}
