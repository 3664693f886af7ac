package tacit.pulse.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;

/** What workspaces set for their signals, asked anew every five minutes, so that the usual submission asks nobody. Thread-safe. */
final class Limits {

    static final Duration ANEW = Duration.ofMinutes(5);

    private static final String RETENTION = "retention";

    private final ScopedSettings settings;
    private final AutomationProfiles profiles;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Limits(ScopedSettings settings, AutomationProfiles profiles) {
        this.settings = settings;
        this.profiles = profiles;
    }

    /** A value and when it was asked for. */
    private record Known(Object value, Instant at) {

        boolean isOld(Instant now) {
            return now.isBefore(at) || !now.isBefore(at.plus(ANEW));
        }
    }

    /**
     * How long signals are kept after they ended. Immutable.
     *
     * @param longest where nothing else is said
     * @param shorter by workspace
     */
    record Retention(Duration longest, Map<String, Duration> shorter) {}

    /** How many signals of one profile of a workspace wait at once. */
    int mostOpen(String workspaceId, Instant now) {
        return (int) fresh(
                "open/" + workspaceId,
                now,
                () -> Math.toIntExact(settings.whole(CoreSetting.SIGNALS_OPEN, Subject.ofWorkspace(workspaceId))));
    }

    Retention retention(Instant now) {
        return (Retention) fresh(RETENTION, now, this::retention);
    }

    private Object fresh(String name, Instant now, Supplier<Object> ask) {
        return known.compute(
                        name, (key, before) -> before == null || before.isOld(now) ? new Known(ask.get(), now) : before)
                .value();
    }

    private Retention retention() {
        Map<String, Duration> all = new HashMap<>();
        Duration longest = kept(Subject.ORG);
        for (AutomationProfile profile : profiles.list(null)) {
            all.computeIfAbsent(profile.workspaceId(), id -> kept(Subject.ofWorkspace(id)));
        }
        for (Duration one : all.values()) {
            longest = one.compareTo(longest) > 0 ? one : longest;
        }
        Duration most = longest;
        all.values().removeIf(one -> one.equals(most));
        return new Retention(longest, Map.copyOf(all));
    }

    private Duration kept(Subject subject) {
        return Duration.ofDays(settings.whole(CoreSetting.SIGNALS_KEPT, subject));
    }
}
