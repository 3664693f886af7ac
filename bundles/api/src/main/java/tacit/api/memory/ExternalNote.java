package tacit.api.memory;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text that a memory outside shall remember. Immutable.
 *
 * @param workspaceId the workspace
 * @param workspaceName its name for people
 * @param content what to remember
 * @param container where to, as the provider knows it; null for the workspace's own
 * @param metadata what goes with it, such as {@code source}
 * @param background whether nobody waits for it
 */
public record ExternalNote(
        String workspaceId,
        String workspaceName,
        String content,
        @Nullable String container,
        SortedMap<String, String> metadata,
        boolean background) {

    public ExternalNote {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(workspaceName, "workspaceName");
        Objects.requireNonNull(content, "content");
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }
}
