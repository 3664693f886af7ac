package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How two things are related, in two times: when it holds, and when that was known. Immutable.
 *
 * @param id of its memory
 * @param fromId the thing that it starts at
 * @param toId the thing that it leads to
 * @param type such as {@code depends_on}, in lower case
 * @param properties what else is known, by name
 * @param confidence in [0, 1]
 * @param source where it comes from
 * @param validFrom since when it holds
 * @param validUntil until when it held, exclusive; null while no end is known
 * @param storedAt when it was stored
 * @param closedAt when its end was stored; null while no end is known
 * @param struck whether another statement took its place for all of its time: it never held
 */
public record GraphEdge(
        String id,
        String fromId,
        String toId,
        String type,
        SortedMap<String, String> properties,
        double confidence,
        GraphSource source,
        Instant validFrom,
        @Nullable Instant validUntil,
        Instant storedAt,
        @Nullable Instant closedAt,
        boolean struck) {

    public GraphEdge {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fromId, "fromId");
        Objects.requireNonNull(toId, "toId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(storedAt, "storedAt");
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** Whether it held at a time. */
    public boolean holdsAt(Instant time) {
        return !struck && !time.isBefore(validFrom) && (validUntil == null || time.isBefore(validUntil));
    }

    /** The thing at its other end. */
    public String otherEnd(String id) {
        return fromId.equals(id) ? toId : fromId;
    }
}
