package tacit.runtime.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.Stance;

/** Profiles in memory. */
public final class ListProfiles implements AutomationProfiles {

    private final List<AutomationProfile> all = new ArrayList<>();

    public ListProfiles add(String id, String workspaceId, boolean enabled) {
        ProfileSettings settings = new ProfileSettings(
                enabled, Duration.ofMinutes(15), Duration.ZERO, Duration.ofHours(2), 6, Stance.OBSERVER, null);
        all.add(new AutomationProfile(
                id, "role-" + id, workspaceId, settings, AutomationProfile.State.NEW, 1, Instant.EPOCH, Instant.EPOCH));
        return this;
    }

    /** One that is off. */
    public static ListProfiles of(String id, String role, String workspaceId) {
        ListProfiles profiles = new ListProfiles();
        profiles.all.add(new AutomationProfile(
                id,
                role,
                workspaceId,
                ProfileSettings.USUAL,
                AutomationProfile.State.NEW,
                1,
                Instant.EPOCH,
                Instant.EPOCH));
        return profiles;
    }

    @Override
    public Optional<AutomationProfile> find(String id) {
        return all.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    @Override
    public Optional<AutomationProfile> findByRole(String agentRoleId) {
        return all.stream()
                .filter(profile -> profile.agentRoleId().equals(agentRoleId))
                .findFirst();
    }

    @Override
    public List<AutomationProfile> list(@Nullable String workspaceId) {
        return all.stream()
                .filter(profile -> workspaceId == null || workspaceId.equals(profile.workspaceId()))
                .toList();
    }

    @Override
    public List<AutomationProfile> active() {
        return all.stream().filter(profile -> profile.settings().enabled()).toList();
    }

    @Override
    public AutomationProfile create(String agentRoleId, String workspaceId, ProfileSettings settings, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AutomationProfile update(String id, long expected, ProfileSettings settings, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean state(String id, AutomationProfile.State state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Removal remove(String id, String by) {
        throw new UnsupportedOperationException();
    }
}
