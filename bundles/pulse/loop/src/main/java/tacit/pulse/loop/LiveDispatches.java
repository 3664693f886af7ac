package tacit.pulse.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;

/** Dispatches work that comes without a pulse: through the same gates, into the same runs. Thread-safe. */
@Component(service = {LiveDispatches.class, Dispatches.class})
public final class LiveDispatches implements Dispatches {

    private static final Logger log = LoggerFactory.getLogger(LiveDispatches.class);

    private final PulseStore store;
    private final Profiles profiles;
    private final Gates gates;
    private final Tuned tuned;
    private final Doing doing;
    private final Recording recording;
    private final CoreSwitches switches;

    @Activate
    public LiveDispatches(
            @Reference PulseStore store,
            @Reference Profiles profiles,
            @Reference Gates gates,
            @Reference Tuned tuned,
            @Reference Doing doing,
            @Reference Recording recording,
            @Reference CoreSwitches switches) {
        this.store = store;
        this.profiles = profiles;
        this.gates = gates;
        this.tuned = tuned;
        this.doing = doing;
        this.recording = recording;
        this.switches = switches;
    }

    @Override
    public Answer dispatch(DispatchOrder order) {
        Optional<PulseRun> there = ofKey(order.key());
        if (there.isPresent()) {
            return Answer.of(there.get());
        }
        AutomationProfile profile = profiles.find(order.profileId());
        if (!profile.workspaceId().equals(order.workspaceId())) {
            throw new IllegalArgumentException(
                    "Profile '" + profile.id() + "' does not work in workspace '" + order.workspaceId() + "'");
        }
        Instant now = store.now();
        Optional<Gates.Shut> shut = shut(profile, order, now);
        if (shut.isPresent()) {
            switches.ran(
                    CoreStage.DISPATCH,
                    0,
                    List.of(order.key() + ": " + shut.get().reason()));
            return Answer.refused(shut.get().rule(), shut.get().reason());
        }
        return begun(profile, order, now);
    }

    private Optional<Gates.Shut> shut(AutomationProfile profile, DispatchOrder order, Instant now) {
        boolean byHand = order.by() != null;
        if (!profile.settings().enabled() && !byHand) {
            return Optional.of(new Gates.Shut("switched_off", "The profile is switched off"));
        }
        return gates.withoutPulse(tuned.of(profile), byHand, !order.source().equals(Ends.SCHEDULE), now);
    }

    private Answer begun(AutomationProfile profile, DispatchOrder order, Instant now) {
        Optional<Dispatch> kept = store.together(() -> kept(profile, order, now));
        if (kept.isEmpty()) {
            return ofKey(order.key())
                    .map(Answer::of)
                    .orElseGet(() -> Answer.refused("in_flight", "Something else began meanwhile"));
        }
        switches.ran(CoreStage.DISPATCH, 1, List.of());
        store.tell(kept.get().run());
        return Answer.of(lead(kept.get()));
    }

    /** Empty when something else began. */
    private Optional<Dispatch> kept(AutomationProfile profile, DispatchOrder order, Instant now) {
        String id = Kept.name("d", order.key());
        String trace = order.traceId() == null
                ? recording.ordered(profile, id, store.line(order.title()), order.source(), now)
                : order.traceId();
        Dispatch dispatch = new Dispatch(Orders.ordered(id, order, trace, now), order.key(), plan(order), false, false);
        if (!store.write(session -> new RunRows(session).add(dispatch))) {
            return Optional.empty();
        }
        recording.dispatched(trace, dispatch);
        return Optional.of(dispatch);
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

    private Plan plan(DispatchOrder order) {
        return new Plan(
                order.action(),
                order.targetKey(),
                order.userId(),
                store.line(order.title()),
                store.text(order.prompt()),
                store.text(order.context()),
                order.attributes(),
                order.by(),
                0,
                List.of(),
                List.of());
    }

    @Override
    public Optional<PulseRun> ofKey(String key) {
        return store.read(session -> new RunQueries(session).ofKey(key)).map(Dispatch::run);
    }

    @Override
    public List<PulseRun> inFlight(String profileId, String workspaceId) {
        return store.read(session -> new RunQueries(session).flying(profileId, workspaceId)).stream()
                .toList();
    }
}
