package tacit.pulse.mind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.reflect.ReflectionDesk.Ranked;
import tacit.api.reflect.ReflectionDesk.ReflectionResult;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionScore;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionStanding;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.store.PageRequest;
import tacit.pulse.mind.run.Cycle;
import tacit.pulse.mind.run.Responses;
import tacit.pulse.mind.run.Settling;
import tacit.pulse.mind.run.Targets;
import tacit.pulse.mind.run.Thinking;
import tacit.pulse.mind.seen.Refresh;
import tacit.pulse.mind.store.Digest;
import tacit.pulse.mind.store.EvidenceRows;
import tacit.pulse.mind.store.RunMoves;
import tacit.pulse.mind.store.RunRows;
import tacit.pulse.mind.store.TargetRows;

/** Chooses what is thought about, begins runs and leads them to their end. Thread-safe: a profile thinks one thought at a time. */
@Component(service = Reflecting.class)
public final class Reflecting {

    private static final int LOCKS = 64;

    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(number -> new Object()).toList();
    private final Mind mind;
    private final AutomationProfiles profiles;
    private final Governed governed;
    private final CoreSwitches switches;
    private final Refresh refresh;
    private final Thinkers thinkers;
    private final Thinking thinking;
    private final Settling settling;
    private final Responses responses;

    @Activate
    public Reflecting(
            @Reference Mind mind,
            @Reference AutomationProfiles profiles,
            @Reference Governed governed,
            @Reference CoreSwitches switches,
            @Reference Refresh refresh,
            @Reference Thinkers thinkers,
            @Reference Thinking thinking,
            @Reference Settling settling,
            @Reference Responses responses) {
        this.mind = mind;
        this.profiles = profiles;
        this.governed = governed;
        this.switches = switches;
        this.refresh = refresh;
        this.thinkers = thinkers;
        this.thinking = thinking;
        this.settling = settling;
        this.responses = responses;
    }

    AutomationProfile profile(String id) {
        return profiles.find(id).orElseThrow(() -> new IllegalArgumentException("Cannot find profile '" + id + "'"));
    }

    /** What is asked of a look. Immutable. */
    private record Wish(@Nullable String target, String reason, boolean manual, boolean again) {}

    Optional<ReflectionResult> reflect(String profileId, @Nullable String target, String reason, boolean manual) {
        return reflect(profile(profileId), new Wish(target, reason, manual, false));
    }

    Optional<ReflectionResult> retry(ReflectionRun run, String by) {
        return reflect(profile(run.profileId()), new Wish(run.targetKey(), "retry:" + by, true, true));
    }

    private Optional<ReflectionResult> reflect(AutomationProfile profile, Wish wish) {
        ReflectionSettings settings = governed.of(profile);
        if (!switches.on(CoreStage.REFLECTION) || (!wish.manual() && !(settings.enabled() && settings.autoRun()))) {
            return Optional.empty();
        }
        synchronized (lock(profile.id())) {
            responses.look(profile.id());
            List<ReflectionStanding> standings = refresh.look(profile, settings);
            List<ReflectionScore> scores = thinkers.policy().rank(standings, settings, mind.now());
            Optional<ReflectionStanding> chosen = chosen(standings, scores, wish);
            if (chosen.isEmpty()) {
                switches.ran(
                        CoreStage.REFLECTION,
                        0,
                        scores.stream()
                                .map(score -> score.targetKey() + ": " + score.whyNot())
                                .toList());
                return Optional.empty();
            }
            return Optional.of(think(profile, settings, chosen.get(), wish));
        }
    }

    private Object lock(String profile) {
        return locks.get(Math.floorMod(profile.hashCode(), LOCKS));
    }

    private static Optional<ReflectionStanding> chosen(
            List<ReflectionStanding> standings, List<ReflectionScore> scores, Wish wish) {
        String key = wish.target() != null
                ? wish.target()
                : scores.stream()
                        .filter(ReflectionScore::eligible)
                        .map(ReflectionScore::targetKey)
                        .findFirst()
                        .orElse("");
        boolean may = wish.manual()
                || scores.stream().anyMatch(score -> score.targetKey().equals(key) && score.eligible());
        return standings.stream()
                .filter(one -> may && one.target().key().equals(key))
                .findFirst();
    }

    private ReflectionResult think(
            AutomationProfile profile, ReflectionSettings settings, ReflectionStanding standing, Wish wish) {
        ReflectionTarget target = standing.target();
        Optional<ReflectionRun> open = mind.read(session -> new RunRows(session).openOf(profile.id(), target.key()));
        if (open.isPresent()) {
            return finish(new Cycle(profile, settings, open.get()), false);
        }
        Optional<ReflectionRun> same =
                mind.read(session -> new RunRows(session).same(profile.id(), target.key(), target.fingerprint()));
        if (same.isPresent() && !wish.again()) {
            putOff(target, settings);
            return result(same.get(), false);
        }
        return finish(new Cycle(profile, settings, begin(profile, standing, wish)), true);
    }

    private ReflectionRun begin(AutomationProfile profile, ReflectionStanding standing, Wish wish) {
        ReflectionTarget target = standing.target();
        Instant now = mind.now();
        long before = mind.read(session -> new RunRows(session)
                .list(profile.id(), target.key(), null, PageRequest.first(1))
                .total());
        ReflectionRun run = new ReflectionRun(
                Digest.id("rf_", profile.id(), target.key(), target.fingerprint(), now, before),
                profile.id(),
                target.workspaceId(),
                target.key(),
                target.fingerprint(),
                mind.words(wish.reason(), 200),
                ReflectionRun.Stage.COLLECTING_EVIDENCE,
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                null);
        List<ReflectionEvidence> evidence = standing.evidence();
        return mind.write(session -> {
            if (new RunMoves(session).begin(run)) {
                new EvidenceRows(session).add(run.id(), evidence);
            }
            return new RunRows(session).openOf(profile.id(), target.key()).orElseThrow();
        });
    }

    /** Nothing is new, so it is looked at again when its time has come. */
    private void putOff(ReflectionTarget target, ReflectionSettings settings) {
        Instant now = mind.now();
        ReflectionTarget.Times before = target.times();
        ReflectionTarget.Times times = new ReflectionTarget.Times(
                now.plus(settings.cadence()).plus(target.jitter()),
                before.lastObservedAt(),
                now,
                before.lastRunAt(),
                before.lastEvidenceAt(),
                before.expiresAt());
        mind.write(session -> {
            new TargetRows(session).put(Targets.with(target, target.health(), target.state(), times, target.last()));
            return target;
        });
    }

    private ReflectionResult finish(Cycle cycle, boolean fresh) {
        ReflectionRun ended = thinking.lead(cycle);
        settling.settle(new Cycle(cycle.profile(), cycle.settings(), ended));
        return result(ended, fresh);
    }

    private static ReflectionResult result(ReflectionRun run, boolean fresh) {
        return new ReflectionResult(run.id(), String.valueOf(run.outcome()).toLowerCase(Locale.ROOT), fresh);
    }

    List<Ranked> refresh(String profileId) {
        AutomationProfile profile = profile(profileId);
        ReflectionSettings settings = governed.of(profile);
        synchronized (lock(profileId)) {
            List<ReflectionStanding> standings = refresh.look(profile, settings);
            Map<String, ReflectionTarget> targets = standings.stream()
                    .map(ReflectionStanding::target)
                    .collect(Collectors.toMap(ReflectionTarget::key, Function.identity(), (one, other) -> one));
            List<Ranked> ranked = new ArrayList<>();
            thinkers.policy().rank(standings, settings, mind.now()).forEach(score -> {
                ReflectionTarget target = targets.get(score.targetKey());
                if (target != null) {
                    ranked.add(new Ranked(target, score));
                }
            });
            return ranked;
        }
    }

    /** Leads on what a crash left: runs that go on, and runs of which not everything was told. */
    int resume() {
        List<ReflectionRun> left = new ArrayList<>(mind.read(session -> new RunRows(session).open()));
        left.addAll(mind.read(session -> new RunRows(session).unsettled()));
        left.sort(Comparator.comparing(ReflectionRun::createdAt));
        left.forEach(this::resume);
        return left.size();
    }

    private void resume(ReflectionRun run) {
        Optional<AutomationProfile> profile = profiles.find(run.profileId());
        if (profile.isEmpty()) {
            mind.write(session -> {
                if (!run.stage().ended()) {
                    new RunMoves(session)
                            .end(
                                    run,
                                    ReflectionRun.Stage.FAILED,
                                    ReflectionRun.Outcome.FAILED,
                                    run.summary(),
                                    "its profile is gone",
                                    mind.now());
                }
                new RunMoves(session).settled(run.id());
                return run;
            });
            return;
        }
        synchronized (lock(run.profileId())) {
            ReflectionRun now =
                    mind.read(session -> new RunRows(session).find(run.id())).orElseThrow();
            finish(new Cycle(profile.get(), governed.of(profile.get()), now), false);
        }
    }
}
