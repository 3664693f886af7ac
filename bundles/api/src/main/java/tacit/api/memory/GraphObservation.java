package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that was noticed about a thing of the knowledge graph. Immutable.
 *
 * @param id of its memory
 * @param entityId the thing
 * @param text what was noticed
 * @param source where it comes from
 * @param storedAt when it was stored
 */
public record GraphObservation(String id, String entityId, String text, GraphSource source, Instant storedAt) {

    public GraphObservation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(entityId, "entityId");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(storedAt, "storedAt");
    }
}
