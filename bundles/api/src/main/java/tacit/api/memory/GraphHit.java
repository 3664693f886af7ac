package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * A thing of the knowledge graph that was found by words. Immutable.
 *
 * @param entity the thing
 * @param score how much of the words stands in what is known of it, in [0, 1]
 * @param observations those that hold any of the words
 */
public record GraphHit(GraphEntity entity, double score, List<GraphObservation> observations) {

    public GraphHit {
        Objects.requireNonNull(entity, "entity");
        observations = List.copyOf(observations);
    }
}
