package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Arms;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.Foreground;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;

/**
 * The loop without its thread: each {@link #tick} does what is due by then. Whoever drives it, a thread or a test, gives the time.
 * {@link #tick} is confined to one thread at a time; the rest is thread-safe.
 */
@Component(service = HeartBeat.class)
@Designate(ocd = HeartBeat.Config.class)
public final class HeartBeat {

    private static final Logger log = LoggerFactory.getLogger(HeartBeat.class);

    /** From where on a signal wakes its profile. */
    private static final double STRONG = .72;

    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** What all profiles share. */
    @ObjectClassDefinition(name = "Tacit pulses")
    public @interface Config {

        @AttributeDefinition(
                name = "Dispatches at once",
                description =
                        "How many dispatches of all profiles may be under way; those that wait longest go first, in [1, 1000]",
                min = "1",
                max = "1000")
        int most_in_flight() default 4;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    private final PulseStore store;
    private final Profiles profiles;
    private final Cycle cycle;
    private final Pulses pulses;
    private final Signals signals;
    private final Foreground foreground;
    private final Budgets budgets;
    private final CoreSwitches switches;
    private final Sweep sweep;
    private final int most;
    private final Agenda agenda = new Agenda();
    private final Turns turns;
    private final Set<String> deferred = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> broken = new HashMap<>();
    private final AutoCloseable following;
    private boolean recovered;
    private @Nullable Instant sweptAt;
    private @Nullable Instant forgotAt;

    @Activate
    public HeartBeat(
            @Reference PulseStore store,
            @Reference Profiles profiles,
            @Reference Cycle cycle,
            @Reference Pulses pulses,
            @Reference Signals signals,
            @Reference Foreground foreground,
            @Reference Budgets budgets,
            @Reference CoreSwitches switches,
            @Reference Sweep sweep,
            @Reference Tuned tuned,
            Config config) {
        this(
                store,
                profiles,
                cycle,
                pulses,
                signals,
                foreground,
                budgets,
                switches,
                sweep,
                tuned,
                config.most_in_flight());
    }

    HeartBeat(
            PulseStore store,
            Profiles profiles,
            Cycle cycle,
            Pulses pulses,
            Signals signals,
            Foreground foreground,
            Budgets budgets,
            CoreSwitches switches,
            Sweep sweep,
            Tuned tuned,
            int most) {
        if (most < 1 || most > 1000) {
            throw new IllegalArgumentException("most.in.flight must be in [1, 1000], got " + most);
        }
        this.store = store;
        this.profiles = profiles;
        this.cycle = cycle;
        this.pulses = pulses;
        this.signals = signals;
        this.foreground = foreground;
        this.budgets = budgets;
        this.switches = switches;
        this.sweep = sweep;
        this.most = most;
        this.turns = new Turns(store, budgets, agenda, tuned);
        this.following = signals.follow(this::told);
    }

    @Deactivate
    void stop() throws Exception {
        following.close();
    }

    /** A signal came: a strong one wakes its profile, unless own work caused it. */
    private void told(Signal signal) {
        if (signal.origin() == null && signal.strength() >= STRONG && signal.source() != SignalSource.MANUAL) {
            wake(signal.profileId(), signal.workspaceId());
        }
    }

    private void wake(String profileId, @Nullable String workspaceId) {
        Duration debounce = Duration.ofSeconds(workspaceId == null ? 5 : budgets.debounceSeconds(workspaceId));
        agenda.wake(profileId, store.now(), debounce);
    }

    /** Something of a profile ended: others may have their turn, and it may have been told of something meanwhile. */
    void freed(String profileId) {
        agenda.freed(store.now());
        wakeWhatWaits(profileId);
    }

    private void wakeWhatWaits(String profileId) {
        boolean strong = signals.families(profileId).stream().anyMatch(family -> family.strength() >= STRONG);
        if (strong) {
            agenda.wake(profileId, store.now(), Duration.ofSeconds(5));
        }
    }

    /** Does what is due. */
    public void tick(Instant now) {
        if (!recovered) {
            recover();
        }
        if (sweptAt == null || !now.isBefore(sweptAt.plus(SWEEP))) {
            sweptAt = now;
            sweep.lead();
        }
        if (forgotAt == null || !now.isBefore(forgotAt.plus(DAY))) {
            forgotAt = now;
            sweep.forget(now);
        }
        sweep.schedules(now);
        if (!switches.on(CoreStage.HEARTBEAT)) {
            return;
        }
        List<AutomationProfile> active = profiles.active();
        deliver(active);
        long free = -1;
        List<Cycle.Pulse> idle = new ArrayList<>();
        for (AutomationProfile profile : turns.due(active, now)) {
            free = free < 0 ? most - flights() : free;
            boolean turn = free > 0;
            free -= unbroken(profile, now, () -> pulse(profile, now, turn, idle)) ? 1 : 0;
        }
        keep(idle, now);
    }

    private long flights() {
        return store.read(session -> new RunQueries(session).flights());
    }

    /** Another host may have beaten, and stopped in the middle of something: the next look takes that up. */
    void takeOver() {
        recovered = false;
    }

    /** Takes up what a stop left: first what it had begun, then what waits. */
    private void recover() {
        sweep.recover();
        for (AutomationProfile profile : profiles.active()) {
            if (signals.deferral(profile.id()).isPresent()) {
                deferred.add(profile.id());
            }
            wakeWhatWaits(profile.id());
        }
        recovered = true;
    }

    /** Delivers what was put off to those whose user is free again. */
    private void deliver(List<AutomationProfile> active) {
        for (AutomationProfile profile : active) {
            if (deferred.contains(profile.id()) && !foreground.active(profile.workspaceId())) {
                signals.resume(profile.id());
                deferred.remove(profile.id());
                agenda.wake(profile.id(), store.now(), Duration.ZERO);
            }
        }
    }

    /** All at once; where one of them cannot be kept, each by itself. */
    private void keep(List<Cycle.Pulse> idle, Instant now) {
        try {
            cycle.keep(idle);
        } catch (RuntimeException e) {
            log.debug("Idle pulses are kept one by one: {}", e.getMessage());
            idle.forEach(one -> unbroken(one.profile(), now, () -> {
                cycle.keep(List.of(one));
                return false;
            }));
        }
    }

    /** What goes wrong with one keeps no other from its turn, and is tried again in a minute. */
    private boolean unbroken(AutomationProfile profile, Instant now, BooleanSupplier pulse) {
        if (now.isBefore(broken.getOrDefault(profile.id(), now))) {
            return false;
        }
        try {
            return pulse.getAsBoolean();
        } catch (RuntimeException e) {
            broken.put(profile.id(), now.plus(SWEEP));
            log.warn("The pulse of profile '{}' broke off; it comes again", profile.id(), e);
            return false;
        }
    }

    /** Whether it began work. */
    private boolean pulse(AutomationProfile profile, Instant now, boolean turn, List<Cycle.Pulse> idle) {
        String reason = now.isBefore(turns.next(profile, now)) ? "signal_pulse" : "scheduled_pulse";
        agenda.pulses(profile.id());
        Optional<PulseReport> report = Arms.serve(
                arms,
                profile.workspaceId(),
                Arms.unit(profile.id(), null, null),
                () -> pulses.tryAlone(
                        profile.id(), () -> cycle.run(profile, new Cycle.Wish(reason, null, turn), now, idle)));
        report.ifPresent(found -> heed(profile, found));
        return report.map(found -> found.dispatch() != null
                        && Dispatch.isWork(found.dispatch().kind()))
                .orElse(false);
    }

    private void heed(AutomationProfile profile, PulseReport report) {
        if (report.decision() == null) {
            return;
        }
        if (report.decision().rule().equals("turn")) {
            agenda.waits(profile.id());
        }
        if (report.decision().rule().equals("cooldown") && report.decision().strength() >= STRONG) {
            Instant until = turns.restsUntil(profile);
            if (until != null) {
                agenda.again(profile.id(), until);
            }
        }
        switch (report.decision().outcome()) {
            case DEFERRED -> deferred.add(profile.id());
            case IDLE ->
                log.debug(
                        "Profile '{}' is idle: {}",
                        profile.id(),
                        report.decision().rule());
            default -> deferred.remove(profile.id());
        }
    }

    /** The next moment at which something may be due; empty for none that is known. */
    Optional<Instant> next(Instant now) {
        List<Instant> times = new ArrayList<>();
        for (AutomationProfile profile : profiles.active()) {
            times.add(turns.next(profile, now));
            agenda.wakeOf(profile.id()).ifPresent(times::add);
        }
        store.read(session -> new ItemRows(session).nextSchedule()).ifPresent(times::add);
        return times.stream().min(Comparator.naturalOrder());
    }

    /** When a profile pulses next. */
    Instant nextOf(AutomationProfile profile) {
        Instant now = store.now();
        Instant cadence = turns.next(profile, now);
        return agenda.wakeOf(profile.id()).filter(cadence::isAfter).orElse(cadence);
    }
}
