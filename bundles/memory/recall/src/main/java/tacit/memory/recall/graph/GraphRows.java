package tacit.memory.recall.graph;

import java.util.Map;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.memory.recall.tools.Rows;

/** Makes rows of the knowledge graph. */
final class GraphRows {

    private GraphRows() {}

    static Map<String, Object> of(GraphEntity entity) {
        return Rows.of(
                "id", entity.id(),
                "type", entity.type(),
                "name", entity.name(),
                "aliases", entity.aliases(),
                "description", entity.description(),
                "properties", entity.properties(),
                "confidence", entity.confidence(),
                "lane", Rows.word(entity.lane()));
    }

    static Map<String, Object> of(GraphEdge edge) {
        return Rows.of(
                "id", edge.id(),
                "sourceId", edge.fromId(),
                "targetId", edge.toId(),
                "type", edge.type(),
                "properties", edge.properties(),
                "confidence", edge.confidence(),
                "validFrom", edge.validFrom().toString(),
                "validTo", edge.validUntil() == null ? null : edge.validUntil().toString());
    }
}
