package tacit.api.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a prompt needs from a memory outside. Immutable.
 *
 * @param workspaceId the workspace
 * @param workspaceName its name for people; its id where it has none
 * @param query what the prompt is about, without secrets; null when that is not known
 */
public record ExternalQuery(
        String workspaceId, String workspaceName, @Nullable String query) {

    public ExternalQuery {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(workspaceName, "workspaceName");
    }
}
