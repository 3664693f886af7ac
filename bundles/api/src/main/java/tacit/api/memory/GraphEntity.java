package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A thing that the knowledge graph knows. Immutable.
 *
 * @param id of its memory
 * @param type such as {@code person} or {@code technology}, in lower case
 * @param name as it was first written
 * @param aliases other names and spellings of the same thing, sorted
 * @param description what it is; empty when nobody said
 * @param properties what else is known, by name
 * @param confidence in [0, 1], at the time of the answer
 * @param origin who entered it first
 * @param lane where its words come from
 * @param visibility who may be shown it
 * @param ownerId the user whom it belongs to; null for none
 * @param confirmedAt when it was last said or seen again
 * @param updatedAt when it was last changed; losing confidence is no change
 */
public record GraphEntity(
        String id,
        String type,
        String name,
        List<String> aliases,
        String description,
        SortedMap<String, String> properties,
        double confidence,
        GraphSource.Origin origin,
        TrustLane lane,
        Visibility visibility,
        @Nullable String ownerId,
        Instant confirmedAt,
        Instant updatedAt) {

    public GraphEntity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(confirmedAt, "confirmedAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        aliases = List.copyOf(aliases);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }
}
