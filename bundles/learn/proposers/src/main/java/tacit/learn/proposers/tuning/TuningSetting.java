package tacit.learn.proposers.tuning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposer.Context;
import tacit.api.generation.Generation;
import tacit.api.pulse.ProfileTuning;
import tacit.api.trust.BundleFacts;

/**
 * The setting that lies over profiles. Immutable.
 *
 * @param pid of the configuration of the bundle in force
 * @param lines that stand there now
 */
record TuningSetting(String pid, List<ProfileTuning> lines) {

    static final String ROLE = "heartbeat";

    TuningSetting {
        lines = List.copyOf(lines);
    }

    /** Empty when the bundle in force has no such setting. */
    static Optional<TuningSetting> of(Generation active, BundleFacts facts) {
        return facts.components().stream()
                .filter(component -> Objects.equals(component.role(), ROLE))
                .flatMap(component -> component.pids().stream())
                .filter(pid -> facts.settings()
                        .getOrDefault(pid, Collections.emptySortedMap())
                        .containsKey(ProfileTuning.SETTING))
                .findFirst()
                .map(pid -> new TuningSetting(pid, lines(active.configurations().get(pid))));
    }

    private static List<ProfileTuning> lines(@Nullable Map<String, String> settings) {
        return settings == null ? List.of() : ProfileTuning.parse(settings.getOrDefault(ProfileTuning.SETTING, ""));
    }

    String place() {
        return pid + ":" + ProfileTuning.SETTING;
    }

    ProfileTuning of(String profileId) {
        return lines.stream()
                .filter(one -> one.profileId().equals(profileId))
                .findFirst()
                .orElse(ProfileTuning.none(profileId));
    }

    /** The change that says this of a profile, and leaves the lines of others as they are. */
    HarnessChange saying(ProfileTuning line) {
        List<ProfileTuning> all = new ArrayList<>(lines);
        all.removeIf(one -> one.profileId().equals(line.profileId()));
        all.add(line);
        String text = ProfileTuning.text(ProfileTuning.parse(ProfileTuning.text(all)));
        return HarnessChange.ofSettings(pid, Map.of(ProfileTuning.SETTING, text));
    }

    /** Lines that failed, were rejected or rolled back. */
    Set<ProfileTuning> refused(Context context) {
        Set<ProfileTuning> refused = new HashSet<>();
        context.refused().stream()
                .map(one -> one.proposal().change().configurations().get(pid))
                .filter(Objects::nonNull)
                .map(TuningSetting::lines)
                .flatMap(Collection::stream)
                .forEach(refused::add);
        lines.forEach(refused::remove);
        return refused;
    }
}
