package tacit.api.generation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two generations. Immutable.
 *
 * @param from the number of the one
 * @param to the number of the other
 * @param roles the roles whose bundle differs, by name
 * @param settings the settings that differ, by PID and key
 */
public record GenerationDiff(long from, long to, List<RoleChange> roles, List<SettingChange> settings) {

    public GenerationDiff {
        roles = List.copyOf(roles);
        settings = List.copyOf(settings);
    }

    /** Whether both decide in the same way. */
    public boolean isEmpty() {
        return roles.isEmpty() && settings.isEmpty();
    }

    /**
     * A role whose bundle differs.
     *
     * @param role the role
     * @param before null when the one does not have the role
     * @param after null when the other does not have it
     */
    public record RoleChange(
            String role,
            @Nullable Artifact before,
            @Nullable Artifact after) {

        public RoleChange {
            Objects.requireNonNull(role, "role");
        }
    }

    /**
     * A setting that differs.
     *
     * @param pid the configuration
     * @param key the setting
     * @param before null when it has its default in the one
     * @param after null when it has its default in the other
     */
    public record SettingChange(
            String pid,
            String key,
            @Nullable String before,
            @Nullable String after) {

        public SettingChange {
            Objects.requireNonNull(pid, "pid");
            Objects.requireNonNull(key, "key");
        }
    }
}
