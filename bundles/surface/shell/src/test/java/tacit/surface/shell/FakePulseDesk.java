package tacit.surface.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.ListProfiles;

/** A desk with one dispatch and one schedule. */
final class FakePulseDesk implements PulseDesk {

    static final String TITLE =
            "The build is broken, and the words that say so go on for longer than a line of a terminal is wide";

    final List<String> done = new ArrayList<>();
    final List<ProactiveTask> tasks = new ArrayList<>();
    boolean ended;

    @Nullable
    ProfileTuning tuning;

    private static final PulseRun RUN = run("d1a2b3c4d5e6f7a8b9c0d1e2f", PulseRun.Type.DISPATCH);

    private static PulseRun run(String id, PulseRun.Type type) {
        return new PulseRun(
                id,
                "p0",
                "profile-1",
                "default",
                type,
                DispatchKind.TASK,
                PulseRun.State.RUNNING,
                "heartbeat",
                "scheduled_pulse",
                null,
                "strong_signal",
                TITLE,
                null,
                "x1",
                "a1",
                "heartbeat:p0",
                List.of("note:1"),
                PulseRun.Cost.NONE,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }

    private PulseReport report(@Nullable PulseRun run) {
        PulseDecision decision = new PulseDecision(
                PulseOutcome.DISPATCH_TASK,
                DispatchKind.TASK,
                "strong_signal",
                "strength 0.90 of the 0.72 that it takes",
                List.of("note:1"),
                List.of("s1"),
                3,
                .9,
                List.of(),
                List.of(),
                List.of("cooldown: passed, none", "strong_signal: held, strength 0.90 of the 0.72 that it takes"));
        return new PulseReport(run, null, decision, run == null ? null : RUN, null, null, 0, "");
    }

    @Override
    public PulseReport pulse(String profileId, String by) {
        done.add("pulse " + profileId + " " + by);
        return report(RUN);
    }

    @Override
    public PulseReport explain(String profileId, boolean manual) {
        done.add("explain " + profileId + " " + manual);
        return report(null);
    }

    @Override
    public Standing standing(String profileId) {
        AutomationProfile profile =
                ListProfiles.of(profileId, "writer", "home").find(profileId).orElseThrow();
        ProfileTuning laid = tuning == null ? ProfileTuning.none(profileId) : tuning;
        return new Standing(profile, laid, null, PulseSituation.Limits.NONE, null, 0, 0, false);
    }

    @Override
    public Optional<PulseRun> run(String id) {
        return id.equals("d1") ? Optional.of(RUN) : Optional.empty();
    }

    @Override
    public Page<PulseRun> runs(Filter filter, PageRequest page) {
        List<PulseRun> rows = filter.state() == PulseRun.State.FAILED ? List.of() : List.of(RUN);
        return new Page<>(rows, 0, rows.size());
    }

    @Override
    public List<PulseRun> steps(String dispatchId) {
        return List.of(run("s1", PulseRun.Type.STEP));
    }

    @Override
    public boolean cancel(String dispatchId, String by, String reason) {
        done.add("cancel " + dispatchId + " " + reason);
        return !ended;
    }

    @Override
    public List<ProactiveTask> proactive(String profileId) {
        return tasks;
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
        return ended
                ? List.of()
                : List.of(new Handoff(
                        "h1", "profile-1", "default", "Report", "Write it", "37 14 * * *", Instant.EPOCH, null));
    }

    @Override
    public boolean removeSchedule(String id, String by) {
        ended = id.equals("h1");
        return ended;
    }
}
