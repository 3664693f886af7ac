package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseDesk.Handoff;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.trigger.times.CronTimes;

/** Leads on what is under way, takes up what a stop left, and starts schedules at their times. Thread-safe. */
@Component(service = Sweep.class)
public final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** How long pulses of which nothing came are kept. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Map<String, Instant> again = new ConcurrentHashMap<>();
    private final PulseStore store;
    private final Doing doing;
    private final Works works;
    private final LiveDispatches dispatches;
    private final CoreSwitches switches;

    @Activate
    public Sweep(
            @Reference PulseStore store,
            @Reference Doing doing,
            @Reference Works works,
            @Reference LiveDispatches dispatches,
            @Reference CoreSwitches switches) {
        this.store = store;
        this.doing = doing;
        this.works = works;
        this.dispatches = dispatches;
        this.switches = switches;
    }

    /** Leads every dispatch on whose end not everybody knows. */
    void lead() {
        for (Dispatch open : store.read(session -> new RunQueries(session).open())) {
            String id = open.run().type() == PulseRun.Type.STEP ? parent(open) : open.id();
            try {
                if (open.run().state().ended() && open.run().type() == PulseRun.Type.STEP) {
                    doing.settle(open);
                } else {
                    doing.lead(id);
                }
            } catch (RuntimeException e) {
                log.warn("Cannot lead dispatch '{}' on; it is tried again", id, e);
            }
        }
    }

    private static String parent(Dispatch step) {
        return step.run().parentId() == null ? step.id() : step.run().parentId();
    }

    /** Ends pulses that a stop cut off: what they decided is led on, what they did not is decided anew. */
    void recover() {
        lead();
        for (PulseRun pulse : store.read(session -> new RunQueries(session).runningPulses())) {
            boolean decided = store.read(session -> new RunQueries(session).dispatchOf(pulse.id()))
                    .isPresent();
            works.end(
                    pulse,
                    pulse.traceId() == null ? "" : pulse.traceId(),
                    decided ? State.COMPLETED : State.INTERRUPTED,
                    decided ? null : "The host stopped in the middle of it");
        }
        works.recording().recover(List.of());
    }

    /** Forgets pulses of which nothing came, when they are old; answers how many. */
    int forget(Instant now) {
        Instant before = now.minus(KEPT);
        if (store.read(session -> new RunQueries(session).oldest())
                .filter(before::isAfter)
                .isEmpty()) {
            return 0;
        }
        return store.write(session -> session.update(
                "DELETE FROM pulse_runs WHERE type = 'PULSE' AND settled = TRUE AND outcome IN ('IDLE', 'DEFERRED')"
                        + " AND created_at < ?",
                before));
    }

    /** Starts what is due at its time; several times that were missed count as one. What is refused is tried again until its next time. */
    void schedules(Instant now) {
        if (!switches.on(CoreStage.DISPATCH)) {
            return;
        }
        for (ItemRows.Schedule due : store.read(session -> new ItemRows(session).dueSchedules(now))) {
            if (now.isBefore(again.getOrDefault(due.handoff().id(), now))) {
                continue;
            }
            again.put(due.handoff().id(), now.plus(AGAIN));
            try {
                start(due, now);
            } catch (RuntimeException e) {
                log.warn(
                        "Cannot start schedule '{}'; it is tried again",
                        due.handoff().id(),
                        e);
            }
        }
    }

    private void start(ItemRows.Schedule due, Instant now) {
        Handoff handoff = due.handoff();
        ZoneId zone = ZoneId.of(due.zone());
        CronTimes times = CronTimes.parse(handoff.cron());
        Instant last = times.latest(handoff.nextAt(), now, zone).orElse(handoff.nextAt());
        Dispatches.Answer answer = dispatches.dispatch(order(handoff, last));
        Instant next = times.next(now, zone).orElseThrow();
        PulseRun run = answer.run();
        if (run != null) {
            again.remove(handoff.id());
            store.write(session -> new ItemRows(session).moveOn(handoff.id(), handoff.nextAt(), next, run.id()));
        }
    }

    private static DispatchOrder order(Handoff handoff, Instant time) {
        return new DispatchOrder(
                "schedule:" + handoff.id() + ":" + time,
                handoff.profileId(),
                handoff.workspaceId(),
                null,
                Ends.SCHEDULE,
                DispatchOrder.TASK,
                "workspace:" + handoff.workspaceId(),
                "Schedule: "
                        + handoff.name()
                                .substring(0, Math.min(150, handoff.name().length())),
                handoff.prompt(),
                "At its time: " + handoff.cron(),
                List.of("schedule:" + handoff.id()),
                null,
                null,
                null,
                Map.of("objective", handoff.name()));
    }
}
