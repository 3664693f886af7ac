package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;

/** When each profile is to pulse next: at its cadence, and soon after something strong. Thread-safe. */
final class Agenda {

    private static final Duration FIRST = Duration.ofSeconds(5);

    /** Steps of the longest wait for an active hour: a week and a day at the shortest cadence. */
    private static final int MOST_STEPS = 8 * 96;

    /** A burst that does not end is looked at all the same after so many times its debounce. */
    private static final int LONGEST_BURST = 6;

    private final Map<String, Wake> wakes = new ConcurrentHashMap<>();
    private final Map<String, Instant> firstSeen = new ConcurrentHashMap<>();
    private final Map<String, Next> nexts = new ConcurrentHashMap<>();
    private final Set<String> turns = ConcurrentHashMap.newKeySet();

    /** Something strong was told. */
    void wake(String profileId, Instant at, Duration debounce) {
        wakes.merge(
                profileId,
                new Wake(at, at.plus(debounce)),
                (before, told) -> new Wake(
                        before.first(),
                        earlier(told.due(), before.first().plus(debounce.multipliedBy(LONGEST_BURST)))));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A wake can not be followed before that. */
    void putOff(String profileId, Instant until) {
        wakes.computeIfPresent(profileId, (id, wake) -> new Wake(wake.first(), until));
    }

    /** What was too early is to be looked at then. */
    void again(String profileId, Instant at) {
        wakes.merge(profileId, new Wake(at, at), (before, later) -> before.due().isBefore(at) ? before : later);
    }

    /** It waits for its turn. */
    void waits(String profileId) {
        turns.add(profileId);
    }

    /** Something ended, so that those who wait for their turn may try. */
    void freed(Instant now) {
        for (String waiting : Set.copyOf(turns)) {
            turns.remove(waiting);
            wakes.put(waiting, new Wake(now, now));
        }
    }

    boolean woken(String profileId, Instant now) {
        Wake wake = wakes.get(profileId);
        return wake != null && !now.isBefore(wake.due());
    }

    /** A pulse begins: what was told before it need not wake it. */
    void pulses(String profileId) {
        wakes.remove(profileId);
    }

    /** Nothing of it is wanted any more. */
    void forget(String profileId) {
        wakes.remove(profileId);
        turns.remove(profileId);
        nexts.remove(profileId);
    }

    Optional<Instant> wakeOf(String profileId) {
        return Optional.ofNullable(wakes.get(profileId)).map(Wake::due);
    }

    /** When its cadence makes it pulse: never outside its hours, once the pulse before showed that it is outside. */
    Instant next(AutomationProfile profile, @Nullable Instant last, boolean asleep, ZoneId zone, Instant now) {
        Instant seen = firstSeen.computeIfAbsent(profile.id(), id -> now);
        Next known = nexts.get(profile.id());
        if (known != null && known.fits(profile, last, asleep)) {
            return known.at();
        }
        Instant at = last == null
                ? first(profile, seen)
                : last.plus(profile.settings().cadence());
        ActiveHours hours = profile.settings().activeHours();
        if (asleep && hours != null) {
            at = within(hours, at, profile.settings().cadence(), zone);
        }
        nexts.put(profile.id(), new Next(profile.version(), profile.settings().cadence(), last, asleep, at));
        return at;
    }

    private static Instant first(AutomationProfile profile, Instant seen) {
        Duration stagger = profile.settings().staggerOffset();
        return seen.plus(stagger.compareTo(FIRST) < 0 ? FIRST : stagger);
    }

    private static Instant within(ActiveHours hours, Instant from, Duration cadence, ZoneId zone) {
        Instant at = from;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (hours.include(at, zone)) {
                return at;
            }
            at = at.plus(cadence);
        }
        return from;
    }

    /** What was told, and when it is to be followed. */
    private record Wake(Instant first, Instant due) {}

    /** A next time, and what it follows from. */
    private record Next(
            long version, Duration cadence, @Nullable Instant last, boolean asleep, Instant at) {

        boolean fits(AutomationProfile profile, @Nullable Instant lastPulse, boolean sleeps) {
            return version == profile.version()
                    && cadence.equals(profile.settings().cadence())
                    && Objects.equals(last, lastPulse)
                    && asleep == sleeps;
        }
    }
}
