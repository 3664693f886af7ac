package tacit.learn.notes;

import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Trace;

/**
 * Who may be told what a run met: its user alone, or everybody where it belonged to no user or others read along. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId null for everybody in it
 */
record Owner(String workspaceId, @Nullable String userId) {

    static Owner of(String workspaceId, Trace run) {
        boolean read = run.text(Attribute.AUDIENCE).isPresent();
        return new Owner(workspaceId, read ? null : run.userId());
    }
}
