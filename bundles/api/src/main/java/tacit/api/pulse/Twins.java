package tacit.api.pulse;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The digital twins of this host. Thread-safe; what it answers is durable. */
@ProviderType
public interface Twins {

    /** Presets that can be activated: those that ship, and the JSON files in {@code DATA/twins}. */
    List<Twin> templates();

    /** Twins that are active in a workspace. */
    List<Active> active(String workspaceId);

    /**
     * Makes a role of a preset: {@code twin-ID}, with {@code -2} and so on when there is one. It never gets a profile.
     *
     * @throws IllegalArgumentException when there is no such preset
     */
    Active activate(String workspaceId, String templateId, String by);

    /** Ends a twin; false when there was none. */
    boolean deactivate(String workspaceId, String roleId, String by);

    /** The preset behind a role; empty for a role that is no twin. */
    Optional<Twin> ofRole(String workspaceId, String roleId);

    /**
     * Whether a role is a twin: an active one, or by its name ({@code twin-…}).
     */
    boolean isTwin(String roleId);

    /**
     * A twin in a workspace. Immutable.
     *
     * @param roleId such as {@code twin-reviewer}
     * @param twin as it was when it was activated
     */
    record Active(String workspaceId, String roleId, Twin twin) {}
}
