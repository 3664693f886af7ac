package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals;

/** Keeps what a pulse decided with all that comes of it, before any of that is done. */
final class Keeping {

    /** How long what was put off is kept at most. */
    private static final Duration PUT_OFF = Duration.ofHours(24);

    private final PulseStore store;
    private final Signals signals;
    private final Plans plans;

    Keeping(PulseStore store, Signals signals) {
        this.store = store;
        this.signals = signals;
        this.plans = new Plans(store);
    }

    /** What the pulse starts. */
    Dispatch dispatch(PulseRun pulse, Decided decided, Cycle.Wish wish, Instant now) {
        DispatchKind kind = Objects.requireNonNull(decided.kind());
        List<String> evidence = new ArrayList<>(decided.decision().evidence());
        if (wish.by() != null) {
            evidence.add("operator:" + wish.by());
        }
        Plan plan = plans.of(decided.situation(), decided.decision(), kind, wish.by());
        String id = Kept.name("d", pulse.id());
        return new Dispatch(
                Orders.queued(id, pulse, PulseRun.Type.DISPATCH, kind, decided.rule(), evidence, now),
                "pulse:" + pulse.id(),
                plan,
                false,
                false);
    }

    /** The steps of a runbook; none of anything else. */
    List<Dispatch> steps(@Nullable Dispatch dispatch, Decided decided, Instant now) {
        if (dispatch == null || dispatch.run().kind() != DispatchKind.RUNBOOK) {
            return List.of();
        }
        List<Dispatch> steps = new ArrayList<>();
        for (Plan plan : plans.steps(decided.situation(), decided.decision(), dispatch.plan())) {
            String id = Kept.name("s", dispatch.id(), plan.items().get(0));
            steps.add(new Dispatch(
                    Orders.queued(
                            id,
                            dispatch.run(),
                            PulseRun.Type.STEP,
                            DispatchKind.TASK,
                            decided.rule(),
                            List.of(plan.items().get(0)),
                            now),
                    null,
                    plan,
                    true,
                    false));
        }
        return steps;
    }

    /** Throws when a profile had another pulse since this one looked. */
    void first(String profileId, long number) {
        if (store.standing(profileId).pulses() != number) {
            throw passed(profileId);
        }
    }

    private static ConcurrentModificationException passed(String profileId) {
        return new ConcurrentModificationException("Profile '" + profileId + "' had another pulse meanwhile");
    }

    /** Keeps it all or nothing; false when something else began meanwhile, and the dispatch is left out. */
    boolean keep(PulseRun pulse, @Nullable Dispatch dispatch, List<Dispatch> steps, long number, Instant now) {
        return store.write(session -> {
            if (!new Standing.Rows(session).pulsed(pulse.profileId(), number, now)) {
                throw passed(pulse.profileId());
            }
            RunRows rows = new RunRows(session);
            boolean begun = dispatch == null || rows.add(dispatch);
            rows.add(begun ? pulse : Orders.late(pulse));
            if (begun) {
                steps.forEach(rows::add);
            }
            return begun;
        });
    }

    /** Puts off what the decision puts off, and ends what it says has no more use. */
    void putOff(AutomationProfile profile, Decided decided, Instant now) {
        if (decided.deferred()) {
            List<Signal> seen = decided.situation().signals().stream()
                    .filter(signal -> signal.origin() == null)
                    .toList();
            signals.defer(profile.id(), seen, decided.rule(), now.plus(PUT_OFF));
        } else if (decided.rule().equals("own_work")) {
            signals.consume(
                    decided.situation().signals().stream()
                            .filter(signal -> decided.decision().signalIds().contains(signal.id()))
                            .toList(),
                    "own_work");
        } else if (decided.outcome() != PulseOutcome.IDLE
                && signals.deferral(profile.id()).isPresent()) {
            signals.resume(profile.id());
        }
    }
}
