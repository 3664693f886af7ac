package tacit.panel.pulse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signals;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** A desk of pulses over given profiles; it notes what it was told. */
final class Beats implements PulseDesk {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final List<String> acts = new ArrayList<>();
    final List<PulseRun> all = new ArrayList<>();
    final List<ProactiveTask> tasks = new ArrayList<>();
    final List<Handoff> handoffs = new ArrayList<>();
    private final AutomationProfiles profiles;
    String stopped = "";
    String text = "";

    Beats(AutomationProfiles profiles) {
        this.profiles = profiles;
    }

    PulseRun run(String id, PulseRun.Type type, PulseRun.State state, String profile, String workspace) {
        PulseRun run = new PulseRun(
                id,
                type == PulseRun.Type.PULSE ? null : "p0",
                profile,
                workspace,
                type,
                type == PulseRun.Type.PULSE ? null : DispatchKind.RUNBOOK,
                state,
                "heartbeat",
                "scheduled_pulse",
                type == PulseRun.Type.PULSE ? PulseOutcome.DISPATCH_TASK : null,
                "strong_signal",
                "Strength 0.90 of the 0.72 that it takes. " + text,
                state == PulseRun.State.FAILED ? "The executor is gone. " + text : null,
                "x1",
                type == PulseRun.Type.PULSE ? null : "a1",
                "heartbeat:" + id,
                List.of("signal:s1", "trace:t1"),
                new PulseRun.Cost(1200, 30_000),
                NOON.minusSeconds(90),
                NOON.minusSeconds(80),
                state.ended() ? NOON : null);
        all.add(run);
        return run;
    }

    private PulseReport report(@Nullable PulseRun run) {
        if (!stopped.isEmpty()) {
            return new PulseReport(null, null, null, null, null, null, 0, stopped);
        }
        PulseDecision decision = new PulseDecision(
                PulseOutcome.DISPATCH_TASK,
                DispatchKind.TASK,
                "strong_signal",
                "Strength 0.90 of the 0.72 that it takes. " + text,
                List.of("signal:s1"),
                List.of("s1"),
                3,
                .9,
                List.of("c1"),
                List.of(),
                List.of("cooldown: passed, none", "strong_signal: held, strength 0.90 " + text, "the end"));
        return new PulseReport(run, null, decision, null, null, null, 0, "");
    }

    @Override
    public PulseReport pulse(String profileId, String by) {
        acts.add("pulse " + by);
        return report(all.isEmpty() ? null : all.get(0));
    }

    @Override
    public PulseReport explain(String profileId, boolean manual) {
        return report(null);
    }

    @Override
    public Standing standing(String profileId) {
        AutomationProfile profile = profiles.find(profileId).orElseThrow();
        PulseSituation.Limits limits =
                new PulseSituation.Limits("x1", NOON.plusSeconds(600), 2, 12_000, 0, 250_000, 5_000_000, 1, 10, true);
        Signals.Deferral deferral = text.isEmpty()
                ? null
                : new Signals.Deferral(profileId, "foreground_active", "mentions: 1. " + text, List.of("s1"), 3, NOON);
        return new Standing(
                profile,
                new ProfileTuning(profileId, 45, null, null),
                NOON.plusSeconds(300),
                limits,
                deferral,
                1,
                0,
                false);
    }

    @Override
    public Optional<PulseRun> run(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Page<PulseRun> runs(Filter filter, PageRequest page) {
        List<PulseRun> fitting = all.stream()
                .filter(one -> filter.profileId() == null || filter.profileId().equals(one.profileId()))
                .filter(one ->
                        filter.workspaceId() != null && filter.workspaceId().equals(one.workspaceId()))
                .filter(one -> filter.type() == null || filter.type() == one.type())
                .filter(one -> filter.state() == null || filter.state() == one.state())
                .toList();
        return new Page<>(
                fitting.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), fitting.size());
    }

    @Override
    public List<PulseRun> steps(String dispatchId) {
        return all.stream().filter(one -> one.type() == PulseRun.Type.STEP).toList();
    }

    @Override
    public boolean cancel(String dispatchId, String by, String reason) {
        acts.add("cancel " + dispatchId + " " + by + " " + reason);
        return run(dispatchId).filter(run -> !run.state().ended()).isPresent();
    }

    @Override
    public List<ProactiveTask> proactive(String profileId) {
        return List.copyOf(tasks);
    }

    @Override
    public void proactive(String profileId, ProactiveTask task, String by) {
        tasks.add(task);
    }

    @Override
    public boolean removeProactive(String profileId, String taskId, String by) {
        return tasks.removeIf(task -> task.id().equals(taskId));
    }

    @Override
    public List<Handoff> schedules(@Nullable String profileId) {
        return handoffs.stream()
                .filter(one -> profileId == null || profileId.equals(one.profileId()))
                .toList();
    }

    @Override
    public boolean removeSchedule(String id, String by) {
        acts.add("remove " + id + " " + by);
        return handoffs.removeIf(one -> one.id().equals(id));
    }
}
