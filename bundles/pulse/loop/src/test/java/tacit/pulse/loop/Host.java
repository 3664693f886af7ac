package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.execute.Execution;
import tacit.api.execute.Executions;
import tacit.api.execute.TaskResult;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Checklist;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.Foreground;
import tacit.api.pulse.LearningsLog;
import tacit.api.pulse.ProfileTuning;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.Signals;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.heartbeat.OrderedRulesPolicy;
import tacit.pulse.traces.SqlCoreTraces;
import tacit.pulse.traces.SqlLearningsLog;
import tacit.runtime.testkit.ListAuditLog;

/** The loop as a host has it, over a world that outlives it; a test steps it through simulated time. */
final class Host {

    final World world;
    final PulseStore store;
    final CoreTraces traces;
    final LearningsLog learnings;
    final HeartBeat heart;
    final LivePulseDesk desk;
    final LiveDispatches dispatches;
    final Ears ears;
    final Thoughts thoughts;
    final Telling telling;
    final Interruptions interruptions = new Interruptions();
    final Sweep sweep;
    final Tuned tuned;
    final ListAuditLog audit = new ListAuditLog();

    Host(World world, Database database, Fuse fuse, int most) {
        this(world, database, fuse, most, faked(world, fuse));
    }

    private static Core faked(World world, Fuse fuse) {
        return new Core(
                fuse.around(Signals.class, world.signals, Set.of("consume", "defer", "resume")),
                fuse.around(
                        AutomationProfiles.class,
                        Stub.of(AutomationProfiles.class, world.new Profiling()),
                        Set.of("state")),
                Stub.of(ScopedSettings.class, world.new Setting()),
                Stub.of(CoreSwitches.class, world.new Switching()));
    }

    /** What else the loop meets of the core: in memory, or as it really is. */
    record Core(Signals signals, AutomationProfiles profiles, ScopedSettings settings, CoreSwitches switches) {}

    Host(World world, Database database, Fuse fuse, int most, Core core) {
        this.world = world;
        Database fused = fuse.around(database);
        PatternRedactor redactor = new PatternRedactor();
        store = new PulseStore(fused, redactor, world.clock);
        traces = fuse.around(
                CoreTraces.class,
                new SqlCoreTraces(database, redactor, world.clock),
                Set.of("begin", "step", "end", "whole", "join", "task"));
        learnings =
                fuse.around(LearningsLog.class, new SqlLearningsLog(database, redactor, world.clock), Set.of("add"));
        Signals signals = core.signals();
        Executions executions = fuse.around(Executions.class, world.executions, Set.of("submit", "release", "cancel"));
        Approvals approvals = fuse.around(
                Approvals.class, Stub.of(Approvals.class, world.new Approving()), Set.of("ask", "outcome", "withdraw"));
        AutomationProfiles known = core.profiles();
        CoreSwitches switches = core.switches();
        Foreground foreground = Stub.of(Foreground.class, world.new Working());
        SuggestionDesk suggestions = Stub.of(SuggestionDesk.class, world.new Offering());
        interruptions.suggestions = suggestions;
        Budgets budgets = new Budgets(store, core.settings(), interruptions);
        DuePoints points = new DuePoints(
                store, Stub.of(WorkspaceFiles.class, world.new Files()), Stub.of(Checklist.class, world.new Reader()));
        Situations situations = new Situations(signals, foreground, points, budgets);
        Asking asking = new Asking(approvals);
        Spans spans = new Spans(traces);
        Ends ends = new Ends(store, spans, asking, learnings, executions, switches);
        telling = new Telling(store, signals, ends, known, budgets, switches);
        telling.desk = fuse.around(SuggestionDesk.class, suggestions, Set.of("offer"));
        Doing doing = new Doing(
                store, executions, asking, new Briefs(known, budgets, asking, 60), spans, ends, switches, telling);
        thoughts = new Thoughts(store, switches);
        Recording recording = new Recording(traces);
        Works works = new Works(store, doing, telling, thoughts, recording, known, switches);
        Gates gates = new Gates(switches, budgets);
        Profiles profiles = new Profiles(known);
        PulsePolicy usual = policy();
        PulsePolicy policy = Stub.of(PulsePolicy.class, new Deciding(world, usual));
        tuned = new Tuned(policy, store);
        Cycle cycle = new Cycle(store, situations, policy, gates, switches, signals, works);
        Pulses pulses = new Pulses();
        dispatches = new LiveDispatches(store, profiles, gates, tuned, doing, recording, switches);
        sweep = new Sweep(store, doing, works, dispatches, switches);
        heart = new HeartBeat(
                store, profiles, cycle, pulses, signals, foreground, budgets, switches, sweep, tuned, most);
        desk = new LivePulseDesk(store, profiles, cycle, pulses, heart, situations, tuned, signals, ends, audit);
        ears = new Ears(store, ends, doing, heart);
    }

    private static PulsePolicy policy() {
        return policy("");
    }

    /** The policy as it is by default, with lines laid over profiles. */
    static PulsePolicy policy(String tuning) {
        return new OrderedRulesPolicy(Stub.of(OrderedRulesPolicy.Config.class, new Usual(tuning)));
    }

    /** What fills the role of pulses: that of the world, or what is usual. */
    private record Deciding(World world, PulsePolicy usual) {

        private PulsePolicy now() {
            return world.policy == null ? usual : world.policy;
        }

        @SuppressWarnings("unused")
        PulseDecision decide(PulseSituation situation) {
            return now().decide(situation);
        }

        @SuppressWarnings("unused")
        ProfileTuning tuning(AutomationProfile profile) {
            return now().tuning(profile);
        }
    }

    /** The usual settings of the policy. */
    static final class Usual {

        private final String tuning;

        Usual(String tuning) {
            this.tuning = tuning;
        }

        String tuning() {
            return tuning;
        }

        double strong_signal() {
            return .72;
        }

        double observer_signal() {
            return .8;
        }
    }

    /** Lets time pass in steps, each with a look. */
    void run(Duration time, Duration step) {
        Instant end = world.clock.instant().plus(time);
        while (world.clock.instant().isBefore(end)) {
            world.clock.pass(step);
            heart.tick(world.clock.instant());
        }
    }

    void minutes(int minutes) {
        run(Duration.ofMinutes(minutes), Duration.ofMinutes(1));
    }

    /** Ends the work of a dispatch and tells of it. */
    void end(String briefId, boolean succeeded) {
        Execution ended = world.executions.end(
                "x-" + briefId,
                succeeded
                        ? new TaskResult(true, "done", null, false, 100, 2000, null, java.util.Map.of())
                        : TaskResult.failed("it broke"));
        ears.ended(ended);
    }

    void answer(String approvalId, Approval.State state) {
        ears.answered(world.answer(approvalId, state));
    }

    List<PulseRun> runs(PulseRun.Type type) {
        return desk.runs(new PulseDesk.Filter(null, null, type, null), PageRequest.first(1000))
                .rows();
    }

    PulseRun onlyDispatch() {
        List<PulseRun> runs = runs(PulseRun.Type.DISPATCH);
        if (runs.size() != 1) {
            throw new AssertionError("Expected one dispatch, got " + runs);
        }
        return runs.get(0);
    }
}
