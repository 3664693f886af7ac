package tacit.pulse.mind.seen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionStanding;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.reflect.ReflectionTarget.MissedRun;
import tacit.api.reflect.ReflectionTarget.Persistence;
import tacit.api.reflect.ReflectionTarget.State;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.seen.Gathering.Found;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.TargetRows;

/** Brings the targets of a profile up to date with what is seen; nothing that was kept of them goes. Thread-safe. */
@Component(service = Refresh.class)
public final class Refresh {

    private static final Duration MOST_JITTER = Duration.ofMinutes(15);
    private static final int WATCHED = 3;

    private final Mind mind;
    private final Gathering gathering;

    @Activate
    public Refresh(@Reference Mind mind, @Reference Gathering gathering) {
        this.mind = mind;
        this.gathering = gathering;
    }

    /** Every target of the profile, with what is seen of it now. */
    public List<ReflectionStanding> look(AutomationProfile profile, ReflectionSettings settings) {
        List<Found> found = gathering.look(profile);
        Instant now = mind.now();
        return mind.write(session -> {
            TargetRows rows = new TargetRows(session);
            List<ReflectionStanding> standings = new ArrayList<>();
            for (Found one : found) {
                Optional<ReflectionTarget> known = rows.find(profile.id(), one.key());
                ReflectionTarget target = target(profile, settings, one, known.orElse(null), now);
                if (!known.filter(before -> alike(before, target)).isPresent()) {
                    rows.put(target);
                }
                standings.add(new ReflectionStanding(target, one.evidence()));
            }
            return standings;
        });
    }

    /** How much a target's times differ from those of others. */
    public static Duration jitter(String key, Duration cadence) {
        long most = Math.min(cadence.toMillis() / 10, MOST_JITTER.toMillis());
        return Duration.ofMillis(most <= 0 ? 0 : Digest.number(key) % most);
    }

    private static boolean alike(ReflectionTarget before, ReflectionTarget now) {
        return before.fingerprint().equals(now.fingerprint())
                && before.health() == now.health()
                && before.state() == now.state()
                && before.persistence() == now.persistence()
                && before.missedRun() == now.missedRun()
                && before.jitter().equals(now.jitter());
    }

    private static ReflectionTarget target(
            AutomationProfile profile,
            ReflectionSettings settings,
            Found found,
            @Nullable ReflectionTarget known,
            Instant now) {
        boolean durable = settings.durableKinds().contains(found.kind());
        String fingerprint = found.fingerprint();
        boolean news = known == null || !known.fingerprint().equals(fingerprint);
        return new ReflectionTarget(
                profile.id(),
                found.key(),
                found.kind(),
                found.kind() == Kind.GLOBAL ? null : profile.workspaceId(),
                found.label(),
                health(found, known),
                state(found, known, news),
                durable ? Persistence.DURABLE : Persistence.SESSION_ONLY,
                missed(settings, durable),
                jitter(found.key(), settings.cadence()),
                known == null ? 0 : known.backlog(),
                fingerprint,
                times(found, known, now),
                known == null ? ReflectionTarget.Last.NOTHING : known.last());
    }

    private static MissedRun missed(ReflectionSettings settings, boolean durable) {
        if (!durable) {
            return MissedRun.SKIP;
        }
        return settings.catchUp() ? MissedRun.CATCH_UP : MissedRun.RECONSIDER;
    }

    private static Health health(Found found, @Nullable ReflectionTarget known) {
        if (found.evidence().stream().anyMatch(piece -> piece.type() == ReflectionEvidence.Type.CODE_FAILURE)) {
            return Health.BLOCKED;
        }
        if (found.evidence().size() >= WATCHED) {
            return Health.WATCH;
        }
        return known == null ? Health.HEALTHY : known.health();
    }

    /** A target that was left alone stays so until something new is seen. */
    private static State state(Found found, @Nullable ReflectionTarget known, boolean news) {
        if (known != null && known.state() == State.STALE && !news) {
            return State.STALE;
        }
        return found.evidence().isEmpty() ? State.IDLE : State.ACTIVE;
    }

    private static ReflectionTarget.Times times(Found found, @Nullable ReflectionTarget known, Instant now) {
        ReflectionTarget.Times before = known == null ? ReflectionTarget.Times.NEVER : known.times();
        Instant newest = found.evidence().stream()
                .map(ReflectionEvidence::createdAt)
                .max(Comparator.naturalOrder())
                .orElse(before.lastEvidenceAt());
        return new ReflectionTarget.Times(
                before.nextEligibleAt(),
                now,
                before.lastActionAt(),
                before.lastRunAt(),
                newest,
                newest == null ? null : Objects.requireNonNull(newest).plus(Gathering.OLDEST));
    }
}
