package tacit.api.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workspace, and where it matters the user, on whose behalf the store is asked. Immutable.
 *
 * <p>Every query of user data carries one as its predicate: rows of another workspace, or of another user when {@code
 * userId} is set, do not exist for the caller.
 *
 * @param workspaceId the workspace; never blank
 * @param userId the user; null means every user of the workspace
 */
public record Scope(String workspaceId, @Nullable String userId) {

    /** The workspace of evidence that names none. */
    public static final String DEFAULT_WORKSPACE = "default";

    public Scope {
        Objects.requireNonNull(workspaceId, "workspaceId");
        if (workspaceId.isBlank()) {
            throw new IllegalArgumentException("workspaceId must not be blank");
        }
        if (userId != null && userId.isBlank()) {
            throw new IllegalArgumentException("userId must not be blank");
        }
    }

    /** Everything in one workspace. */
    public static Scope ofWorkspace(String workspaceId) {
        return new Scope(workspaceId, null);
    }

    /** Everything in the workspace of evidence that names none. */
    public static Scope ofDefaultWorkspace() {
        return ofWorkspace(DEFAULT_WORKSPACE);
    }

    /** The user, where the scope is narrowed to one. */
    public Optional<String> user() {
        return Optional.ofNullable(userId);
    }
}
