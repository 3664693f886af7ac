package tacit.pulse.loop;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;

/** Profiles with the settings that count for them. Thread-safe. */
@Component(service = Profiles.class)
public final class Profiles {

    private final AutomationProfiles profiles;

    @Activate
    public Profiles(@Reference AutomationProfiles profiles) {
        this.profiles = profiles;
    }

    /** Those that act by themselves. */
    List<AutomationProfile> active() {
        return profiles.active();
    }

    /** One, by its id or its role, that acts as what counts for it says; one that does not act as it is. */
    AutomationProfile find(String id) {
        return profiles.active().stream()
                .filter(profile ->
                        profile.id().equals(id) || profile.agentRoleId().equals(id))
                .findFirst()
                .or(() -> profiles.find(id))
                .or(() -> profiles.findByRole(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no profile '" + id + "'"));
    }
}
