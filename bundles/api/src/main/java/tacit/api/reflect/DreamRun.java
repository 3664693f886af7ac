package tacit.api.reflect;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One look at the memories of a workspace. Immutable.
 *
 * @param id of it
 * @param workspaceId where
 * @param profileId for which profile; empty for none
 * @param scope how wide it looked
 * @param scopeRef at what: the workspace, or the run behind it
 * @param status where it stands
 * @param trigger what started it
 * @param reference the pulse's run or the task behind it; null for none
 * @param instructions what to look for; null for what is usual
 * @param summary in words; null while it runs
 * @param evidence how many pieces it looked at
 * @param candidates how many it proposed newly
 * @param merged how many open candidates took its evidence up
 * @param dropped how many drafts it dropped
 * @param error why it failed; null for it did not
 * @param startedAt when it began
 * @param completedAt when it ended; null while it runs
 */
public record DreamRun(
        String id,
        String workspaceId,
        String profileId,
        ScopeKind scope,
        String scopeRef,
        Status status,
        DreamingDesk.Trigger trigger,
        @Nullable String reference,
        @Nullable String instructions,
        @Nullable String summary,
        int evidence,
        int candidates,
        int merged,
        int dropped,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant completedAt) {

    /** How wide a run looks. */
    public enum ScopeKind {
        WORKSPACE,
        AGENT_ROLE,
        TOPIC,
        RECENT_SESSIONS
    }

    /** Where it stands; RUNNING is the only one that can change. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        /** There was no evidence. */
        SKIPPED
    }

    public DreamRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(scopeRef, "scopeRef");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
