package tacit.api.pulse;

import org.osgi.annotation.versioning.ProviderType;

/** Whether somebody works in a workspace right now, so that the core keeps out of the way. Thread-safe. */
@ProviderType
public interface Foreground {

    /** Whether a run of a user, and none of ours, is under way or was so a moment ago. */
    boolean active(String workspaceId);
}
