package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import tacit.api.pulse.AutomationProfile;

/** One place in which something of a profile's targets is seen: of that profile, in its workspace, and of no other. */
public interface Source {

    /** The name by which it is told when it fails. */
    String name();

    /**
     * What is there.
     *
     * @param since nothing older is wanted
     */
    List<Sighting> look(AutomationProfile profile, Instant since);
}
