package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseRun.State;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signals;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** The desk over the loop: what operators do there stands in the audit log before. Thread-safe. */
@Component
public final class LivePulseDesk implements PulseDesk {

    private final PulseStore store;
    private final Profiles profiles;
    private final Cycle cycle;
    private final Pulses pulses;
    private final HeartBeat heart;
    private final Situations situations;
    private final Tuned tuned;
    private final Signals signals;
    private final Ends ends;
    private final AuditLog audit;

    @Activate
    public LivePulseDesk(
            @Reference PulseStore store,
            @Reference Profiles profiles,
            @Reference Cycle cycle,
            @Reference Pulses pulses,
            @Reference HeartBeat heart,
            @Reference Situations situations,
            @Reference Tuned tuned,
            @Reference Signals signals,
            @Reference Ends ends,
            @Reference AuditLog audit) {
        this.store = store;
        this.profiles = profiles;
        this.cycle = cycle;
        this.pulses = pulses;
        this.heart = heart;
        this.situations = situations;
        this.tuned = tuned;
        this.signals = signals;
        this.ends = ends;
        this.audit = audit;
    }

    @Override
    public PulseReport pulse(String profileId, String by) {
        AutomationProfile profile = profiles.find(profileId);
        audit.write(by, "pulse.run", profile.id(), Map.of("workspace", profile.workspaceId()));
        return pulses.alone(
                profileId,
                () -> cycle.run(profiles.find(profileId), new Cycle.Wish("manual_pulse", by, true), store.now()));
    }

    @Override
    public PulseReport explain(String profileId, boolean manual) {
        return cycle.explain(profiles.find(profileId), manual, store.now());
    }

    @Override
    public Standing standing(String profileId) {
        AutomationProfile profile = profiles.find(profileId);
        PulseSituation now = situations.of(tuned.of(profile), store.now(), false, true);
        return new Standing(
                profile,
                tuned.tuning(profile),
                profile.settings().enabled() ? heart.nextOf(profile) : null,
                now.limits(),
                signals.deferral(profileId).orElse(null),
                now.checklist().size(),
                now.proactive().size(),
                pulses.running(profileId));
    }

    @Override
    public Optional<PulseRun> run(String id) {
        return store.run(id);
    }

    @Override
    public Page<PulseRun> runs(Filter filter, PageRequest page) {
        return store.read(session -> new RunQueries(session).list(filter, page));
    }

    @Override
    public List<PulseRun> steps(String dispatchId) {
        return store.steps(dispatchId).stream().map(Dispatch::run).toList();
    }

    @Override
    public boolean cancel(String dispatchId, String by, String reason) {
        Optional<Dispatch> found = store.dispatch(dispatchId)
                .filter(dispatch -> dispatch.run().type() == PulseRun.Type.DISPATCH)
                .filter(dispatch -> !dispatch.run().state().ended());
        if (found.isEmpty()) {
            return false;
        }
        audit.write(by, "dispatch.cancel", dispatchId, Map.of("reason", store.line(reason)));
        RunRows.End end = RunRows.End.of(State.CANCELLED, store.line("Cancelled by " + by + ": " + reason));
        Dispatch ended = ends.end(found.get(), end);
        for (Dispatch step : store.steps(dispatchId)) {
            ends.end(step, end);
        }
        heart.freed(ended.run().profileId());
        return ended.run().state() == State.CANCELLED;
    }

    @Override
    public List<ProactiveTask> proactive(String profileId) {
        List<ProactiveTask> tasks = new ArrayList<>(store.read(session -> new ItemRows(session).proactive(profileId)));
        tasks.sort(Comparator.comparingInt(ProactiveTask::priority).thenComparing(ProactiveTask::id));
        return tasks;
    }

    @Override
    public void proactive(String profileId, ProactiveTask task, String by) {
        profiles.find(profileId);
        audit.write(by, "proactive.keep", profileId + "/" + task.id(), Map.of("enabled", "" + task.enabled()));
        Instant now = store.now();
        store.write(session -> {
            new ItemRows(session).keep(profileId, clean(task), now);
            return task;
        });
    }

    private ProactiveTask clean(ProactiveTask task) {
        return new ProactiveTask(
                task.id(),
                store.line(task.name()),
                store.line(task.description()),
                store.line(task.category()),
                store.text(task.promptTemplate()),
                task.frequencyMinutes(),
                task.executionMode(),
                task.minSignalStrength(),
                task.priority(),
                task.enabled());
    }

    @Override
    public boolean removeProactive(String profileId, String taskId, String by) {
        if (proactive(profileId).stream().noneMatch(task -> task.id().equals(taskId))) {
            return false;
        }
        audit.write(by, "proactive.remove", profileId + "/" + taskId, Map.of());
        return store.write(session -> new ItemRows(session).remove(profileId, taskId));
    }

    @Override
    public List<Handoff> schedules(@Nullable String profileId) {
        return store.read(session -> new ItemRows(session).schedules(profileId)).stream()
                .map(ItemRows.Schedule::handoff)
                .toList();
    }

    @Override
    public boolean removeSchedule(String id, String by) {
        if (schedules(null).stream().noneMatch(schedule -> schedule.id().equals(id))) {
            return false;
        }
        audit.write(by, "schedule.remove", id, Map.of());
        return store.write(session -> new ItemRows(session).removeSchedule(id));
    }
}
