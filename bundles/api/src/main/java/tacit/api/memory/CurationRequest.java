package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One edit of the curated memory. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId whose entries; null for those that belong to no user
 * @param action what to do
 * @param target whom the entry is about
 * @param kind such as {@code preference}; null for the usual one of the target, or for any when an entry is looked for
 * @param id of the entry to replace or remove; null to look for it by {@code match}
 * @param content the text of a new entry or the new text of one; null for none
 * @param match the text of the entry that is meant, or a part of it; null for none
 * @param reason why; null when nobody said
 * @param taskId the run that it comes from; null for none
 * @param origin who wants it
 * @param evidence where it comes from
 */
public record CurationRequest(
        String workspaceId,
        @Nullable String userId,
        Action action,
        Target target,
        @Nullable String kind,
        @Nullable String id,
        @Nullable String content,
        @Nullable String match,
        @Nullable String reason,
        @Nullable String taskId,
        MemoryWrite.Origin origin,
        List<Evidence> evidence) {

    /** What can be done to the curated memory. */
    public enum Action {
        ADD,
        REPLACE,
        REMOVE
    }

    /** Whom an entry is about. */
    public enum Target {
        USER,
        WORKSPACE
    }

    public CurationRequest {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(origin, "origin");
        evidence = List.copyOf(evidence);
    }
}
