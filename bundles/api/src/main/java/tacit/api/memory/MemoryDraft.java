package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A memory before it is stored; its parts are those of {@link MemoryRecord}. Immutable.
 *
 * @param key what stands for the same memory again within its workspace, layer and scope; null for none: while an active one
 *     has the key, no second one is stored
 */
public record MemoryDraft(
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
        @Nullable String key,
        SortedMap<String, String> attributes) {

    public MemoryDraft {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(lane, "lane");
        evidence = List.copyOf(evidence);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (workspaceId.isBlank() || layer.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("workspaceId, layer and kind must not be blank, got '" + workspaceId
                    + "', '" + layer + "', '" + kind + "'");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException(
                    "validUntil must be after validFrom, got " + validFrom + " and " + validUntil);
        }
    }
}
