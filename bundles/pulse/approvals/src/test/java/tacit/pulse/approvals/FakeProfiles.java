package tacit.pulse.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileSettings;

/** One profile, p1 of workspace w1. */
final class FakeProfiles implements AutomationProfiles {

    private static final AutomationProfile ONE = new AutomationProfile(
            "p1", "role-1", "w1", ProfileSettings.USUAL, AutomationProfile.State.NEW, 1, Instant.EPOCH, Instant.EPOCH);

    @Override
    public Optional<AutomationProfile> find(String id) {
        return Optional.of(ONE).filter(one -> one.id().equals(id));
    }

    @Override
    public Optional<AutomationProfile> findByRole(String agentRoleId) {
        return Optional.of(ONE).filter(one -> one.agentRoleId().equals(agentRoleId));
    }

    @Override
    public List<AutomationProfile> list(@Nullable String workspaceId) {
        return List.of(ONE);
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
