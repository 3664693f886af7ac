package tacit.api.pulse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The profiles of this host. Each change stands in the audit log before it is done. Thread-safe; what it answers is durable. */
@ProviderType
public interface AutomationProfiles {

    Optional<AutomationProfile> find(String id);

    Optional<AutomationProfile> findByRole(String agentRoleId);

    /**
     * Those of a workspace, the last changed first.
     *
     * @param workspaceId null for all
     */
    List<AutomationProfile> list(@Nullable String workspaceId);

    /** Those that act, over all workspaces, in the order of their ids; with what scopes say about them, see {@link ScopedSettings}. */
    List<AutomationProfile> active();

    /**
     * Creates the profile of a role. What the settings inherit stays open for wider scopes.
     *
     * @throws IllegalArgumentException when the role is a twin, a persona that owns nothing, or has one already
     */
    AutomationProfile create(String agentRoleId, String workspaceId, ProfileSettings settings, String by);

    /**
     * Changes what was set, unless somebody was quicker.
     *
     * @param expected the version that was seen
     * @throws IllegalArgumentException when there is no such profile
     * @throws java.util.ConcurrentModificationException when it is not, or no longer, of that version
     */
    AutomationProfile update(String id, long expected, ProfileSettings settings, String by);

    /**
     * The same with a reason, which the history of its settings keeps.
     *
     * @see ScopedSettings#history
     */
    default AutomationProfile update(String id, long expected, ProfileSettings settings, String by, String reason) {
        return update(id, expected, settings, by);
    }

    /** Keeps what its heartbeat is doing; no entry in the audit log. False when there is no such profile. */
    boolean state(String id, AutomationProfile.State state);

    /** Removes a profile that nothing refers to, and switches off one that has pulsed or has {@link ProfileReferences}. */
    Removal remove(String id, String by);

    /** What became of a profile. */
    enum Removal {
        /** There was none. */
        UNKNOWN,
        /** It is gone. */
        REMOVED,
        /** It is switched off, as what it learnt refers to it. */
        DISABLED
    }
}
