package tacit.api.pulse;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cycle that begins. Immutable.
 *
 * @param profileId whose it is
 * @param workspaceId where; null for none
 * @param targetKey what it is about, such as {@code agent_role:NAME}; null for none
 * @param surface which part of the core
 * @param kind which kind of cycle
 * @param runId the run behind it: the same run opens the same trace again, so that a crash makes no second one
 * @param parentId the trace that led to it; null for none
 */
public record CoreTraceDraft(
        String profileId,
        @Nullable String workspaceId,
        @Nullable String targetKey,
        CoreSurface surface,
        CoreTraceKind kind,
        String runId,
        @Nullable String parentId) {

    public CoreTraceDraft {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(surface, "surface");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(runId, "runId");
    }
}
