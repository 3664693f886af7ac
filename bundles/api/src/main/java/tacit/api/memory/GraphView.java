package tacit.api.memory;

import java.util.List;

/**
 * A part of the knowledge graph. Immutable.
 *
 * @param entities its things
 * @param edges relations between them
 */
public record GraphView(List<GraphEntity> entities, List<GraphEdge> edges) {

    public GraphView {
        entities = List.copyOf(entities);
        edges = List.copyOf(edges);
    }
}
