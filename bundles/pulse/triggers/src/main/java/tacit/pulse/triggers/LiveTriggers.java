package tacit.pulse.triggers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerStatus;
import tacit.api.pulse.TriggerStatus.State;
import tacit.api.pulse.Triggers;

/** Tells operators how the triggers of this host do. Thread-safe. */
@Component
public final class LiveTriggers implements Triggers {

    private final Sources sources;
    private final Planning planning;
    private final Tallies tallies;
    private final CoreSwitches switches;
    private final Clock clock;

    @Activate
    public LiveTriggers(
            @Reference Sources sources,
            @Reference Planning planning,
            @Reference Tallies tallies,
            @Reference CoreSwitches switches,
            @Reference Clock clock) {
        this.sources = sources;
        this.planning = planning;
        this.tallies = tallies;
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    public List<String> kinds() {
        return sources.kinds();
    }

    @Override
    public List<TriggerStatus> status() {
        return sources.all().stream().map(this::status).toList();
    }

    private TriggerStatus status(TriggerSource source) {
        TriggerConfiguration configuration = source.configuration();
        Tally tally = tallies.of(source.id());
        Optional<Trigger> trigger = sources.trigger(source);
        // One that fails is not asked for a status: what it failed with says more
        TriggerPlan plan = tally.isFailing()
                ? tally.lastPlan()
                : trigger.map(one -> plan(source, one)).orElse(null);
        List<String> problems = new ArrayList<>(plan == null ? List.of() : plan.problems());
        State state = state(trigger.isPresent(), !problems.isEmpty(), tally);
        if (state == State.NOT_PROVIDED) {
            problems.add("No active bundle provides trigger/" + configuration.kind());
        }
        if (state == State.OFF) {
            problems.add(switches.why(CoreStage.TRIGGERS));
        }
        if (plan != null && plan.requests() && source.signatures() == null) {
            problems.add("It has no secret, so it takes no requests");
        }
        String problem = tally.problem();
        if (problem != null && !problems.contains(problem)) {
            problems.add(problem);
        }
        return new TriggerStatus(
                source.id(),
                configuration.kind(),
                configuration.workspaceId(),
                configuration.profileId(),
                state,
                problems,
                tally.lastIngressAt(),
                state == State.READY || state == State.FAILING ? next(plan, tally) : null,
                tally.counts());
    }

    private TriggerPlan plan(TriggerSource source, Trigger trigger) {
        try {
            return planning.plan(source, trigger, clock.instant());
        } catch (Hanging hanging) {
            return TriggerPlan.refused(hanging.words());
        } catch (RuntimeException e) {
            return TriggerPlan.refused("It cannot be planned: " + e.getClass().getSimpleName());
        }
    }

    private State state(boolean provided, boolean refused, Tally tally) {
        if (!switches.on(CoreStage.TRIGGERS)) {
            return State.OFF;
        }
        if (!provided) {
            return State.NOT_PROVIDED;
        }
        if (tally.isFailing()) {
            return State.FAILING;
        }
        return refused ? State.REFUSED : State.READY;
    }

    private @Nullable Instant next(@Nullable TriggerPlan plan, Tally tally) {
        if (tally.retryAt() != null || plan == null || plan.every() == null) {
            return tally.retryAt();
        }
        long period = plan.every().toMillis();
        long now = clock.instant().toEpochMilli();
        return Instant.ofEpochMilli((Math.floorDiv(now, period) + 1) * period);
    }
}
