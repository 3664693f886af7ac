package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One memory of whichever layer. Immutable.
 *
 * @param id given by the store
 * @param workspaceId the workspace whose queries find it; of a {@link Reach#GLOBAL} one those of all do
 * @param layer the memory that it belongs to, such as {@code archive}, {@code curated}, {@code profile}
 * @param kind what it is within its layer, such as {@code preference}
 * @param subject what it speaks about, such as a person or a project
 * @param text what is remembered, without secrets
 * @param scope how far it reaches
 * @param visibility who may be shown it
 * @param lane where its words come from
 * @param evidence what it was made from, at least one
 * @param confidence in [0, 1]
 * @param validFrom since when it holds; null for always
 * @param validUntil until when it held, exclusive; null while it does
 * @param state where it stands
 * @param supersededBy the memory that took its place; null for none
 * @param uses how often it was used
 * @param lastUsedAt null before its first use
 * @param confirmedAt when it was last said or seen again
 * @param createdAt when it was stored
 * @param updatedAt when any part of it was last changed, uses aside
 * @param attributes what its layer keeps besides; names are lower case letters, digits, dots and underscores
 */
public record MemoryRecord(
        String id,
        String workspaceId,
        String layer,
        String kind,
        String subject,
        String text,
        MemoryScope scope,
        Visibility visibility,
        TrustLane lane,
        List<Evidence> evidence,
        double confidence,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        MemoryState state,
        @Nullable String supersededBy,
        long uses,
        @Nullable Instant lastUsedAt,
        Instant confirmedAt,
        Instant createdAt,
        Instant updatedAt,
        SortedMap<String, String> attributes) {

    public MemoryRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(confirmedAt, "confirmedAt");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        evidence = List.copyOf(evidence);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }

    /** An attribute of its layer. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Whether it held at a time; the end of its validity is exclusive. */
    public boolean holdsAt(Instant time) {
        return (validFrom == null || !time.isBefore(validFrom)) && (validUntil == null || time.isBefore(validUntil));
    }
}
