package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a memory outside shall forget. Immutable.
 *
 * @param workspaceId the workspace
 * @param workspaceName its name for people
 * @param id of it there; null where only its text is known
 * @param documentId what it was made from there; null where nobody knows
 * @param content its exact text; null where its id is known
 * @param container where it lies; null for the workspace's own
 * @param background whether nobody waits for it
 */
public record ExternalForgetting(
        String workspaceId,
        String workspaceName,
        @Nullable String id,
        @Nullable String documentId,
        @Nullable String content,
        @Nullable String container,
        boolean background) {

    public ExternalForgetting {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(workspaceName, "workspaceName");
    }
}
