package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the harness knows about one thing, as it stands in a {@link StateStore}. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whose it is; null when it is nobody's
 * @param kind which part it is of, such as {@code style}
 * @param key its name within workspace, user and kind
 * @param version 1 when it was stored first, one more after each change
 * @param sequence grows with each document that is stored first, and stays: the order of a list, and where to read on
 * @param content JSON, without secrets
 * @param traceIds the runs whose words it may hold
 * @param createdAt when it was stored first
 * @param updatedAt when it was last changed
 */
public record StateDocument(
        String workspaceId,
        @Nullable String userId,
        String kind,
        String key,
        long version,
        long sequence,
        String content,
        List<String> traceIds,
        Instant createdAt,
        Instant updatedAt) {

    public StateDocument {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        traceIds = List.copyOf(traceIds);
    }
}
