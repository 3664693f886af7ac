package tacit.pulse.signals;

import java.util.HashMap;
import java.util.Map;

/** How many signals may still be added: to each group, and to all groups of a profile. Confined to one submission. */
final class Room {

    private final Map<Group, Integer> ofGroups;
    private final Map<String, Integer> ofProfiles;

    Room(Map<Group, Integer> ofGroups, Map<String, Integer> ofProfiles) {
        this.ofGroups = new HashMap<>(ofGroups);
        this.ofProfiles = new HashMap<>(ofProfiles);
    }

    Room copy() {
        return new Room(ofGroups, ofProfiles);
    }

    boolean isLeft(Group group) {
        return ofGroups.getOrDefault(group, 0) > 0 && ofProfiles.getOrDefault(group.profileId(), 0) > 0;
    }

    void take(Group group) {
        ofGroups.merge(group, -1, Integer::sum);
        ofProfiles.merge(group.profileId(), -1, Integer::sum);
    }
}
