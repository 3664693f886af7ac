package tacit.pulse.loop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk.Handoff;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.trigger.times.CronTimes;

/** What dispatches do without an execution: suggestions, schedules, and the end of the signals behind them. Thread-safe. */
@Component(service = Telling.class)
public final class Telling {

    private static final String HEARTBEAT = "heartbeat";

    private final PulseStore store;
    private final Signals signals;
    private final Ends ends;
    private final AutomationProfiles profiles;
    private final Budgets budgets;
    private final CoreSwitches switches;

    /** Without it suggestions are not decided on. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SuggestionDesk desk;

    @Activate
    public Telling(
            @Reference PulseStore store,
            @Reference Signals signals,
            @Reference Ends ends,
            @Reference AutomationProfiles profiles,
            @Reference Budgets budgets,
            @Reference CoreSwitches switches) {
        this.store = store;
        this.signals = signals;
        this.ends = ends;
        this.profiles = profiles;
        this.budgets = budgets;
        this.switches = switches;
    }

    boolean canSuggest() {
        return desk != null;
    }

    void suggest(Dispatch dispatch) {
        SuggestionDesk there = desk;
        if (there == null || !switches.on(CoreStage.SUGGESTIONS)) {
            return;
        }
        store.together(() -> ends.end(dispatch, end(there.offer(draft(dispatch)))));
    }

    private static RunRows.End end(SuggestionDesk.Offer offer) {
        return offer.suggestion() == null
                ? RunRows.End.denied("Not taken: " + offer.reason())
                : RunRows.End.of(
                        State.COMPLETED, "suggestion:" + offer.suggestion().id());
    }

    /** Suggests what the heartbeat wanted done and nothing can do, so that what was noticed is not lost with it. */
    void instead(Dispatch dispatch) {
        SuggestionDesk there = desk;
        if (there != null && dispatch.run().source().equals(HEARTBEAT) && switches.on(CoreStage.SUGGESTIONS)) {
            there.offer(draft(dispatch));
        }
    }

    private SuggestionDraft draft(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        Plan plan = dispatch.plan();
        List<String> about = new ArrayList<>(plan.items());
        plan.signals().forEach(seen -> about.add(seen.id()));
        about.sort(null);
        String day = run.createdAt().atZone(store.zone()).toLocalDate().toString();
        return new SuggestionDraft(
                Kept.name("heartbeat:", run.profileId(), day, String.join(" ", about)),
                run.profileId(),
                Asking.workspace(run),
                plan.userId(),
                SuggestionDraft.Type.INSIGHT,
                SuggestionDraft.Topic.GENERAL,
                HEARTBEAT,
                plan.title(),
                plan.context(),
                plan.prompt(),
                plan.prompt(),
                plan.confidence(),
                Urgency.MEDIUM,
                run.evidence(),
                run.traceId(),
                plan.targetKey());
    }

    /** Ends the signals that a dispatch deals with, as they were seen: one that was told again since then stays. */
    void consume(Dispatch dispatch) {
        if (dispatch.consumed()) {
            return;
        }
        List<Signal> seen = new ArrayList<>();
        for (Plan.Seen one : dispatch.plan().signals()) {
            signals.find(one.id()).filter(one::is).ifPresent(seen::add);
        }
        store.together(() -> {
            if (!seen.isEmpty()) {
                signals.consume(seen, dispatch.id());
            }
            return store.write(session -> {
                new RunRows(session).consumed(dispatch.id());
                return seen;
            });
        });
    }

    /** Makes schedules of the tasks of a dispatch and ends it, in one change; a task that has one is left alone. */
    Dispatch handOver(Dispatch dispatch) {
        PulseRun run = dispatch.run();
        ZoneId zone = profiles.find(run.profileId()).map(budgets::zone).orElse(store.zone());
        Instant now = store.now();
        return store.write(session -> {
            ItemRows rows = new ItemRows(session);
            List<String> times = new ArrayList<>();
            for (ProactiveTask task : rows.proactive(run.profileId())) {
                if (dispatch.plan().items().contains(DuePoints.PROACTIVE + task.id())) {
                    times.add(scheduled(rows, run, task, zone, now));
                }
            }
            RunRows runs = new RunRows(session);
            Ends.moved(
                    session,
                    runs.dispatch(dispatch.id()).orElseThrow(),
                    RunRows.End.of(State.COMPLETED, store.line("Handed over: " + String.join("; ", times))),
                    now);
            return runs.dispatch(dispatch.id()).orElseThrow();
        });
    }

    private static String scheduled(ItemRows rows, PulseRun run, ProactiveTask task, ZoneId zone, Instant now) {
        String cron = Frequency.cron(task.frequencyMinutes(), now.atZone(zone));
        Instant next = CronTimes.parse(cron)
                .next(now, zone)
                .orElseThrow(() -> new IllegalStateException("Cron '" + cron + "' never comes"));
        Handoff handoff = new Handoff(
                Kept.name("h", run.profileId(), task.id(), run.id()),
                run.profileId(),
                Asking.workspace(run),
                task.name(),
                task.promptTemplate(),
                cron,
                next,
                null);
        rows.add(new ItemRows.Schedule(handoff, task.id(), zone.getId()), now);
        return task.name() + " at " + cron;
    }
}
