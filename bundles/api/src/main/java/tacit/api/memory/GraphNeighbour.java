package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * A thing that is related to another one. Immutable.
 *
 * @param entity the thing
 * @param depth how many relations away, from 1
 * @param edges all by which it is reached at that depth
 */
public record GraphNeighbour(GraphEntity entity, int depth, List<GraphEdge> edges) {

    public GraphNeighbour {
        Objects.requireNonNull(entity, "entity");
        edges = List.copyOf(edges);
    }
}
