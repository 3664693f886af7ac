package tacit.pulse.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.api.pulse.AutomationProfiles.Removal;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileReferences;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Session;
import tacit.pulse.profiles.SettingRows.By;

/**
 * Removes a profile, or switches it off where something refers to it, in one transaction.
 *
 * @param references those who may refer
 * @param by who removes it
 * @param now when
 */
record ProfileRemoval(List<ProfileReferences> references, String by, Instant now) {

    Removal of(Session session, String id) {
        ProfileRows rows = new ProfileRows(session);
        Optional<Stored> stored = rows.find(id);
        if (stored.isEmpty()) {
            return Removal.UNKNOWN;
        }
        List<String> referring = referring(session, rows, id);
        if (referring.isEmpty()) {
            new SettingRows(session).removeAll(SettingScope.PROFILE, id);
            rows.remove(id);
            return Removal.REMOVED;
        }
        disable(session, stored.get(), "removed, but referred to by " + String.join(", ", referring));
        return Removal.DISABLED;
    }

    private List<String> referring(Session session, ProfileRows rows, String id) {
        List<String> referring = new ArrayList<>();
        if (rows.pulsed(id)) {
            referring.add("pulses");
        }
        references.stream()
                .filter(reference -> reference.refersTo(session, id))
                .map(ProfileReferences::name)
                .sorted()
                .forEach(referring::add);
        return referring;
    }

    private void disable(Session session, Stored stored, String reason) {
        ProfileSettings before = stored.profile().settings();
        ProfileSettings after = before.with(ProfileField.ENABLED, "false");
        if (!after.equals(before)) {
            String id = stored.profile().id();
            new ProfileRows(session).change(id, stored.profile().version(), after, now);
            new SettingRows(session).note(id, before, after, new By(by, reason, now));
        }
    }
}
