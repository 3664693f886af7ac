package tacit.pulse.loop;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;

/** What a pulse does after it decided: its dispatch first, then thoughts, then its end. Thread-safe. */
@Component(service = Works.class)
public final class Works {

    private static final Logger log = LoggerFactory.getLogger(Works.class);

    private final PulseStore store;
    private final Doing doing;
    private final Telling telling;
    private final Thoughts thoughts;
    private final Recording recording;
    private final AutomationProfiles profiles;
    private final CoreSwitches switches;

    @Activate
    public Works(
            @Reference PulseStore store,
            @Reference Doing doing,
            @Reference Telling telling,
            @Reference Thoughts thoughts,
            @Reference Recording recording,
            @Reference AutomationProfiles profiles,
            @Reference CoreSwitches switches) {
        this.store = store;
        this.doing = doing;
        this.telling = telling;
        this.thoughts = thoughts;
        this.recording = recording;
        this.profiles = profiles;
        this.switches = switches;
    }

    Recording recording() {
        return recording;
    }

    boolean canSuggest() {
        return telling.canSuggest();
    }

    boolean thinks(Decided decided) {
        return thoughts.due(decided.situation(), decided.decision());
    }

    /**
     * A pulse that is kept, and what it starts. Immutable.
     *
     * @param dispatch null for nothing
     */
    record Begun(PulseRun pulse, @Nullable Dispatch dispatch) {}

    /** Says in its trace what a pulse starts, and ends the signals that are dealt with. */
    void begun(String trace, Dispatch dispatch) {
        recording.dispatched(trace, dispatch);
        telling.consume(dispatch);
    }

    /** Leads the dispatch on, thinks, and ends the pulse. */
    PulseReport finish(AutomationProfile profile, Decided decided, Begun begun, Instant now) {
        PulseRun pulse = begun.pulse();
        String trace = Objects.requireNonNull(pulse.traceId());
        PulseRun dispatched = begun.dispatch() == null ? null : begin(begun.dispatch());
        Thoughts.Thought thought = thoughts.think(decided.situation(), decided.decision(), pulse.id());
        return store.together(() -> {
            recording.thought(trace, thought);
            PulseRun ended = end(pulse, trace, State.COMPLETED, null);
            pulsed(profile, decided, dispatched, now);
            return Cycle.report(ended, decided, dispatched, thought);
        });
    }

    private PulseRun begin(Dispatch dispatch) {
        PulseRun run = lead(dispatch);
        switches.ran(CoreStage.DISPATCH, 1, List.of());
        return run;
    }

    /** What goes wrong now is tried again later: the dispatch is kept. */
    private PulseRun lead(Dispatch dispatch) {
        try {
            return doing.lead(dispatch.id());
        } catch (RuntimeException e) {
            log.warn("Cannot lead dispatch '{}' on; it is tried again", dispatch.id(), e);
            return store.run(dispatch.id()).orElse(dispatch.run());
        }
    }

    /** Ends a pulse's run and its trace. */
    PulseRun end(PulseRun pulse, String trace, State state, @Nullable String error) {
        store.write(session -> new RunRows(session)
                .end(pulse.id(), State.RUNNING, new RunRows.End(state, null, error, PulseRun.Cost.NONE), store.now()));
        CoreTraceStatus status = state == State.COMPLETED ? CoreTraceStatus.COMPLETED : CoreTraceStatus.FAILED;
        recording.end(trace, status, pulse.summary() == null ? "" : pulse.summary(), error);
        return store.run(pulse.id()).orElseThrow();
    }

    /** Keeps on the profile what its heartbeat did. */
    void pulsed(AutomationProfile profile, Decided decided, @Nullable PulseRun dispatch, Instant now) {
        AutomationProfile.State before = profile.state();
        boolean asleep = decided.rule().equals("active_hours");
        profiles.state(
                profile.id(),
                new AutomationProfile.State(
                        asleep ? HeartbeatStatus.SLEEPING : HeartbeatStatus.IDLE,
                        now,
                        now,
                        dispatch == null ? before.lastDispatchAt() : now,
                        decided.outcome(),
                        dispatch == null ? before.lastDispatchKind() : dispatch.kind()));
    }

    /** Keeps on the profile that its pulse went wrong. */
    void failed(AutomationProfile profile, Instant now) {
        AutomationProfile.State before = profile.state();
        profiles.state(
                profile.id(),
                new AutomationProfile.State(
                        HeartbeatStatus.ERROR,
                        now,
                        now,
                        before.lastDispatchAt(),
                        before.lastPulseResult(),
                        before.lastDispatchKind()));
    }
}
