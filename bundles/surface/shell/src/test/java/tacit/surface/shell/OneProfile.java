package tacit.surface.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileSettings;

/** The profile p1 of role writer, and no other. */
final class OneProfile implements AutomationProfiles {

    private final AutomationProfile profile = new AutomationProfile(
            "p1",
            "writer",
            "home",
            ProfileSettings.USUAL,
            AutomationProfile.State.NEW,
            1,
            Instant.EPOCH,
            Instant.EPOCH);

    @Override
    public Optional<AutomationProfile> find(String id) {
        return Optional.of(profile).filter(one -> one.id().equals(id));
    }

    @Override
    public Optional<AutomationProfile> findByRole(String agentRoleId) {
        return Optional.of(profile).filter(one -> one.agentRoleId().equals(agentRoleId));
    }

    @Override
    public List<AutomationProfile> list(@Nullable String workspaceId) {
        return List.of(profile);
    }

    @Override
    public List<AutomationProfile> active() {
        return List.of();
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
