package tacit.pulse.signals;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.pulse.SignalFamily;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** Which families profiles want to hear of, as they were when it was read. Immutable. */
final class Interests {

    private static final Set<SignalFamily> ALL = Collections.unmodifiableSet(EnumSet.allOf(SignalFamily.class));

    /** For those that ask nobody. */
    static final Interests NONE = new Interests(Map.of());

    private final Map<String, Set<SignalFamily>> byProfile;

    private Interests(Map<String, Set<SignalFamily>> byProfile) {
        this.byProfile = Map.copyOf(byProfile);
    }

    static Interests read(Database database) {
        Map<String, Set<SignalFamily>> all = new HashMap<>();
        database.read(session -> session.select(
                "SELECT profile_id, families FROM signal_interests",
                row -> all.put(row.text("profile_id"), families(row.text("families")))));
        return new Interests(all);
    }

    /** All unless somebody said otherwise. */
    Set<SignalFamily> of(String profileId) {
        return byProfile.getOrDefault(profileId, ALL);
    }

    static void keep(Session session, String profileId, Set<SignalFamily> families, String by, Instant now) {
        String names = families.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        List<String> columns = List.of("profile_id", "families", "changed_by", "changed_at");
        if (!session.insertAbsent(
                        "signal_interests", columns, Collections.singletonList(new Object[] {profileId, names, by, now
                        }))[0]) {
            session.update(
                    "UPDATE signal_interests SET families = ?, changed_by = ?, changed_at = ? WHERE profile_id = ?",
                    names,
                    by,
                    now,
                    profileId);
        }
    }

    private static Set<SignalFamily> families(String names) {
        EnumSet<SignalFamily> families = EnumSet.noneOf(SignalFamily.class);
        Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(SignalFamily::valueOf)
                .forEach(families::add);
        return Collections.unmodifiableSet(families);
    }
}
