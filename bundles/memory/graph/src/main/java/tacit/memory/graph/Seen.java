package tacit.memory.graph;

import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Reach;

/**
 * What an audience may be shown of the graph.
 *
 * @param audience who will see it
 */
record Seen(Audience audience) {

    boolean test(MemoryRecord record) {
        return audience.maySee(record.visibility())
                && (record.scope().reach() != Reach.USER
                        || isTheirs(record.scope().id()));
    }

    /** A private relation is told from another user's by the store: it lies where its things lie. */
    boolean test(GraphEdge edge) {
        return audience.maySee(edge.source().visibility());
    }

    private boolean isTheirs(@Nullable String owner) {
        return owner != null && owner.equals(audience.userId());
    }
}
