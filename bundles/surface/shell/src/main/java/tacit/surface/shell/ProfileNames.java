package tacit.surface.shell;

import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;

/** Profiles as operators name them: by id or by role. */
record ProfileNames(AutomationProfiles profiles) {

    /** @throws IllegalArgumentException when there is none */
    AutomationProfile find(String name) {
        return profiles.find(name)
                .or(() -> profiles.findByRole(name))
                .orElseThrow(() -> new IllegalArgumentException("Cannot find profile '" + name + "'"));
    }

    /** @throws IllegalArgumentException when there is none in the workspace */
    AutomationProfile find(String workspace, String name) {
        return profiles.find(name)
                .or(() -> profiles.findByRole(name))
                .filter(profile -> profile.workspaceId().equals(workspace))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find profile '" + name + "' in workspace '" + workspace + "'"));
    }

    /** Its id; null for an empty name. */
    @Nullable
    String optional(String name) {
        return name.isEmpty() ? null : find(name).id();
    }
}
