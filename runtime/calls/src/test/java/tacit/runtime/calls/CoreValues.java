package tacit.runtime.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Stance;

/** Records of the core whose parts must fit together, which chance would hardly ever hit. */
final class CoreValues {

    private final RandomValues values;
    private final RandomGenerator random;

    CoreValues(RandomValues values, RandomGenerator random) {
        this.values = values;
        this.random = random;
    }

    /** Null for any other type. */
    @Nullable
    Object fitting(Class<?> type) {
        if (type == ActiveHours.class) {
            return hours();
        }
        if (type == ProfileSettings.class) {
            return settings();
        }
        if (type == ProactiveTask.class) {
            return task();
        }
        return type == PulseSituation.class ? situation() : null;
    }

    private ActiveHours hours() {
        return new ActiveHours(
                oneOf("UTC", "Europe/Berlin", "+02:00"),
                random.nextInt(24),
                random.nextInt(24),
                oneOf(List.<Integer>of(), List.of(1, 2, 5)));
    }

    private ProfileSettings settings() {
        return new ProfileSettings(
                random.nextBoolean(),
                Duration.ofMinutes(random.nextInt(15, 10_081)),
                Duration.ofMinutes(random.nextInt(10_081)),
                Duration.ofMinutes(random.nextInt(15, 10_081)),
                random.nextInt(1, 97),
                oneOf(Stance.values()),
                random.nextBoolean() ? null : hours(),
                oneOf(Set.<ProfileField>of(), Set.of(oneOf(ProfileField.values()))));
    }

    private ProactiveTask task() {
        return new ProactiveTask(
                oneOf("docs", "a.b-c_1"),
                "é漢 \"name\"",
                (String) values.of(String.class),
                (String) values.of(String.class),
                "Read\nall of it",
                random.nextInt(1, 525_601),
                random.nextBoolean() ? null : oneOf(ProactiveTask.Mode.values()),
                random.nextDouble(),
                random.nextInt(1, 11),
                random.nextBoolean());
    }

    private PulseSituation situation() {
        return new PulseSituation(
                (AutomationProfile) values.of(AutomationProfile.class),
                (Instant) values.of(Instant.class),
                oneOf("UTC", "Asia/Tokyo"),
                random.nextBoolean(),
                List.of((Signal) values.of(Signal.class)),
                random.nextInt(),
                random.nextInt(),
                random.nextBoolean(),
                List.of((ChecklistItem) values.of(ChecklistItem.class)),
                List.of(task()),
                (PulseSituation.Limits) values.of(PulseSituation.Limits.class));
    }

    @SafeVarargs
    private final <T> T oneOf(T... some) {
        return some[random.nextInt(some.length)];
    }
}
