package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A relation before it is in the knowledge graph. Immutable.
 *
 * @param fromId the thing that it starts at
 * @param toId the thing that it leads to, another one
 * @param type in any case, with blanks or underscores between words
 * @param properties what else is known, by name
 * @param confidence in [0, 1]; null for the usual one of its origin
 * @param validFrom since when it holds; null for now, or since when it is known to hold
 * @param validUntil until when it held, exclusive; null while it does
 * @param source where it comes from
 */
public record EdgeDraft(
        String fromId,
        String toId,
        String type,
        SortedMap<String, String> properties,
        @Nullable Double confidence,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        GraphSource source) {

    public EdgeDraft {
        Objects.requireNonNull(fromId, "fromId");
        Objects.requireNonNull(toId, "toId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        if (type.isBlank()) {
            throw new IllegalArgumentException("type must not be blank");
        }
        if (fromId.equals(toId)) {
            throw new IllegalArgumentException("toId must not be fromId, got '" + toId + "'");
        }
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException(
                    "validUntil must be greater than validFrom, got " + validUntil + " and " + validFrom);
        }
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }
}
