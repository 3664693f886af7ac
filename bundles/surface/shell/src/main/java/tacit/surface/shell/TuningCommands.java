package tacit.surface.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDesk;
import tacit.api.store.Scope;

/** The command that shows what generations lay over profiles. */
@Component(
        service = TuningCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=tuning"})
public final class TuningCommands {

    private final AutomationProfiles profiles;
    private final PulseDesk desk;
    private final Generations generations;

    @Activate
    public TuningCommands(
            @Reference AutomationProfiles profiles, @Reference PulseDesk desk, @Reference Generations generations) {
        this.profiles = profiles;
        this.desk = desk;
        this.generations = generations;
    }

    @Descriptor("shows what is set of each profile, what the generation in force lays over it, and since which one;"
            + " minutes between pulses and after a dispatch, dispatches of a day")
    public void tuning(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        profiles.list(workspace).forEach(profile -> rows.add(row(profile)));
        generations
                .active()
                .flatMap(active -> active.setting("heartbeat", ProfileTuning.SETTING))
                .map(ProfileTuning::parse)
                .orElse(List.of())
                .stream()
                .filter(line -> profiles.find(line.profileId()).isEmpty())
                .forEach(line -> rows.add(gone(line)));
        new Printer(session).print(Rows.of(rows, row -> row), json);
    }

    private Map<String, @Nullable Object> row(AutomationProfile profile) {
        PulseDesk.Standing standing = desk.standing(profile.id());
        ProfileSettings own = standing.profile().settings();
        ProfileTuning tuning = standing.tuning();
        return Rows.row(
                "profile", profile.id(),
                "role", profile.agentRoleId(),
                "cadence", laid(minutes(own.cadence()), tuning.cadenceMinutes()),
                "cooldown", laid(minutes(own.dispatchCooldown()), tuning.cooldownMinutes()),
                "budget", laid(own.maxDispatchesPerDay(), tuning.dispatchesPerDay()),
                "generation", tuning.isNone() ? null : since(tuning));
    }

    private Map<String, @Nullable Object> gone(ProfileTuning line) {
        return Rows.row(
                "profile", line.profileId(),
                "role", "(gone)",
                "cadence", line.cadenceMinutes(),
                "cooldown", line.cooldownMinutes(),
                "budget", line.dispatchesPerDay(),
                "generation", since(line));
    }

    /** {@code 15 -> 45}, or what is set where nothing is laid over it. */
    private static String laid(int own, @Nullable Integer tuned) {
        return tuned == null ? String.valueOf(own) : own + " -> " + tuned;
    }

    private static int minutes(Duration duration) {
        return Math.toIntExact(duration.toMinutes());
    }

    /** The first of the generations up to the one in force that say so without a break; null for a canary. */
    private @Nullable Long since(ProfileTuning tuning) {
        List<Generation> all = generations.list();
        Optional<Generation> look = generations.active();
        Long since = null;
        while (look.isPresent() && says(look.get(), tuning)) {
            since = look.get().number();
            Long parent = look.get().parent();
            look = all.stream()
                    .filter(one -> Objects.equals(one.number(), parent))
                    .findFirst();
        }
        return since;
    }

    private static boolean says(Generation generation, ProfileTuning tuning) {
        return generation
                .setting("heartbeat", ProfileTuning.SETTING)
                .map(text -> ProfileTuning.parse(text).contains(tuning))
                .orElse(false);
    }
}
