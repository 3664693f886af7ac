package tacit.pulse.loop;

import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signals;

/**
 * One pulse from look to end. What it decided and what it starts are kept in one change before anything is done: a stop before that
 * leaves everything as it was, and a stop after that leaves a dispatch that is led on. Thread-safe; never twice at once for a profile.
 */
@Component(service = Cycle.class)
public final class Cycle {

    private static final Logger log = LoggerFactory.getLogger(Cycle.class);

    private final PulseStore store;
    private final Situations situations;
    private final PulsePolicy policy;
    private final Gates gates;
    private final CoreSwitches switches;
    private final Works works;
    private final Keeping keeping;

    @Activate
    public Cycle(
            @Reference PulseStore store,
            @Reference Situations situations,
            @Reference PulsePolicy policy,
            @Reference Gates gates,
            @Reference CoreSwitches switches,
            @Reference Signals signals,
            @Reference Works works) {
        this.store = store;
        this.situations = situations;
        this.policy = policy;
        this.gates = gates;
        this.switches = switches;
        this.works = works;
        this.keeping = new Keeping(store, signals);
    }

    /**
     * What is wanted of a pulse. Immutable.
     *
     * @param reason such as {@code scheduled_pulse}
     * @param by who asked for it by hand; null for nobody
     * @param turn whether it may start work before others that wait
     */
    record Wish(String reason, @Nullable String by, boolean turn) {

        boolean manual() {
            return by != null;
        }
    }

    /** What it would decide, without any effect. */
    PulseReport explain(AutomationProfile profile, boolean manual, Instant now) {
        if (!switches.on(CoreStage.HEARTBEAT)) {
            return stopped(switches.why(CoreStage.HEARTBEAT));
        }
        Decided decided = decide(profile, manual, true, now);
        return new PulseReport(
                null,
                decided.situation(),
                decided.decision(),
                null,
                null,
                null,
                0,
                decided.skipped() ? decided.rule() + ": " + decided.reason() : "");
    }

    private static PulseReport stopped(String why) {
        return new PulseReport(null, null, null, null, null, null, 0, why);
    }

    /** A pulse with all that comes of it. */
    PulseReport run(AutomationProfile profile, Wish wish, Instant now) {
        return run(profile, wish, now, null);
    }

    /**
     * The same of several pulses.
     *
     * @param idle takes a pulse of which nothing comes, which is then to be given to {@link #keep}; null to keep it at once
     */
    PulseReport run(AutomationProfile profile, Wish wish, Instant now, @Nullable List<Pulse> idle) {
        if (!switches.on(CoreStage.HEARTBEAT)) {
            return stopped(switches.why(CoreStage.HEARTBEAT));
        }
        long number = store.standing(profile.id()).pulses();
        String id = Kept.name("p", profile.id(), Long.toString(number), now.toString());
        Decided decided;
        try {
            decided = decide(profile, wish.manual(), wish.turn(), now);
        } catch (RuntimeException e) {
            log.warn("Cannot decide pulse '{}' of profile '{}'", id, profile.id(), e);
            return failed(profile, wish, id, number, now, e);
        }
        Pulse pulse = new Pulse(profile, wish, id, number, decided, now);
        PulseReport report = decided.kind() != null || works.thinks(decided) ? done(pulse) : idle(pulse, idle);
        switches.ran(CoreStage.HEARTBEAT, report.dispatch() == null ? 0 : 1, decided.whyNot());
        return report;
    }

    private Decided decide(AutomationProfile profile, boolean manual, boolean turn, Instant now) {
        PulseSituation situation = situations.of(profile, now, manual, turn);
        Decided decided = Decided.of(situation, policy.decide(situation));
        DispatchKind kind = decided.kind();
        if (kind == null) {
            return decided;
        }
        if (decided.decision().evidence().isEmpty() && !manual) {
            return decided.shut(new Gates.Shut("no_evidence", "Nothing shows why"));
        }
        if (kind == DispatchKind.SUGGESTION && !works.canSuggest()) {
            return decided.shut(new Gates.Shut("no_desk", "Nobody takes suggestions"));
        }
        return gates.afterPolicy(profile, kind, manual, now).map(decided::shut).orElse(decided);
    }

    private PulseReport failed(
            AutomationProfile profile, Wish wish, String id, long number, Instant now, RuntimeException cause) {
        String error = store.line(String.valueOf(cause.getMessage()));
        String trace = works.recording().failed(profile, id, error, now);
        PulseRun run = pulse(profile, wish, id, State.FAILED, null, trace, now);
        PulseRun kept = Orders.failed(run, error);
        keeping.keep(kept, null, List.of(), number, now);
        works.failed(profile, now);
        switches.ran(CoreStage.HEARTBEAT, 0, List.of("profile " + profile.id() + ": " + error));
        return new PulseReport(kept, null, null, null, null, null, 0, error);
    }

    /**
     * A pulse that decided. Immutable.
     *
     * @param number how many its profile had before
     */
    record Pulse(AutomationProfile profile, Wish wish, String id, long number, Decided decided, Instant now) {}

    private PulseReport idle(Pulse pulse, @Nullable List<Pulse> idle) {
        if (idle == null) {
            return store.together(() -> kept(pulse));
        }
        idle.add(pulse);
        return report(null, pulse.decided(), null, Thoughts.Thought.NONE);
    }

    /** Keeps pulses of which nothing comes, in one change: until then they have not been. */
    void keep(List<Pulse> idle) {
        if (!idle.isEmpty()) {
            store.together(() -> {
                idle.forEach(this::keptUnlessPassed);
                return idle;
            });
        }
    }

    private void keptUnlessPassed(Pulse pulse) {
        try {
            kept(pulse);
        } catch (ConcurrentModificationException e) {
            log.debug("Pulse '{}' is not kept: {}", pulse.id(), e.getMessage());
        }
    }

    private PulseReport kept(Pulse idle) {
        keeping.first(idle.profile().id(), idle.number());
        String trace = works.recording().whole(idle.profile(), idle.id(), idle.decided(), idle.now());
        PulseRun run =
                pulse(idle.profile(), idle.wish(), idle.id(), State.COMPLETED, idle.decided(), trace, idle.now());
        keeping.keep(run, null, List.of(), idle.number(), idle.now());
        keeping.putOff(idle.profile(), idle.decided(), idle.now());
        works.pulsed(idle.profile(), idle.decided(), null, idle.now());
        return report(run, idle.decided(), null, Thoughts.Thought.NONE);
    }

    private PulseReport done(Pulse pulse) {
        Works.Begun begun = store.together(() -> begun(pulse));
        return works.finish(pulse.profile(), pulse.decided(), begun, pulse.now());
    }

    private Works.Begun begun(Pulse one) {
        Decided decided = one.decided();
        String trace = works.recording().begin(one.profile(), one.id(), decided, one.now());
        PulseRun run = pulse(one.profile(), one.wish(), one.id(), State.RUNNING, decided, trace, one.now());
        Dispatch dispatch = decided.kind() == null ? null : keeping.dispatch(run, decided, one.wish(), one.now());
        List<Dispatch> steps = keeping.steps(dispatch, decided, one.now());
        boolean begun = keeping.keep(run, dispatch, steps, one.number(), one.now());
        keeping.putOff(one.profile(), decided, one.now());
        if (begun && dispatch != null) {
            works.begun(trace, dispatch);
        }
        return new Works.Begun(store.run(one.id()).orElseThrow(), begun ? dispatch : null);
    }

    private PulseRun pulse(
            AutomationProfile profile,
            Wish wish,
            String id,
            State state,
            @Nullable Decided decided,
            String trace,
            Instant now) {
        return new PulseRun(
                id,
                null,
                profile.id(),
                profile.workspaceId(),
                PulseRun.Type.PULSE,
                null,
                state,
                "heartbeat",
                wish.reason(),
                decided == null ? null : decided.outcome(),
                decided == null ? null : decided.rule(),
                decided == null ? null : store.line(decided.reason()),
                null,
                null,
                null,
                trace,
                decided == null ? List.of() : decided.decision().evidence(),
                PulseRun.Cost.NONE,
                now,
                now,
                state.ended() ? now : null);
    }

    static PulseReport report(
            @Nullable PulseRun run, Decided decided, @Nullable PulseRun dispatch, Thoughts.Thought thought) {
        return new PulseReport(
                run,
                decided.situation(),
                decided.decision(),
                dispatch,
                thought.reflection() == null ? null : thought.reflection().runId(),
                thought.dreaming() == null ? null : thought.dreaming().runId(),
                thought.dreaming() == null ? 0 : thought.dreaming().candidates(),
                decided.skipped() ? decided.rule() + ": " + decided.reason() : "");
    }
}
