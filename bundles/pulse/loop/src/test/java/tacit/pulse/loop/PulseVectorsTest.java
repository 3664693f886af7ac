package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.Approval;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk.PulseReport;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class PulseVectorsTest {

    private World world;
    private Host host;

    @BeforeEach
    void open(Database database) {
        world = new World();
        host = new Host(world, database, new Fuse(), 4);
    }

    @Test
    void hb30MakesExactlyOneTaskOfOneSignalInSixHours() {
        world.profile("p1", Stance.DISPATCHER);
        host.minutes(1);
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "The build is broken");

        host.minutes(30);
        host.end(world.executions.begun.get(0), true);
        host.minutes(330);

        assertThat(world.executions.begun).hasSize(1);
        assertThat(host.onlyDispatch().state()).isEqualTo(PulseRun.State.COMPLETED);
        assertThat(world.signals.open).isEmpty();
    }

    @Test
    void hb31StaysInFlightUntilTheWorkEnds() {
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "One");
        host.minutes(2);
        for (int hour = 0; hour < 6; hour++) {
            world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "Hour " + hour);
            host.minutes(60);
        }

        assertThat(world.executions.begun).hasSize(1);
        assertThat(host.desk.standing("p1").limits().inFlight()).isNotNull();

        host.end(world.executions.begun.get(0), true);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "Again");
        host.minutes(29);
        assertThat(world.executions.begun).as("the cooldown runs from its end").hasSize(1);
        host.minutes(2);
        assertThat(world.executions.begun).hasSize(2);
    }

    @Test
    void hb32KeepsWhatAnObserverNotices() {
        world.profile("p1", Stance.OBSERVER);
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "The disk is full");

        host.minutes(2);

        assertThat(world.suggestions).hasSize(1);
        assertThat(world.suggestions.values().iterator().next().evidence()).containsExactly("note:sig1");
        assertThat(world.signals.consumed).containsKey("sig1");
        assertThat(host.onlyDispatch().kind()).isEqualTo(DispatchKind.SUGGESTION);
    }

    @Test
    void hb33RunsEachPointOfAChecklistAndMarksOnlyWhatWasDone() {
        world.profile("p1", Stance.DISPATCHER);
        world.points.add(new ChecklistItem("aaaaaaaaaaaa", "Daily", "Look at the backups", Duration.ofDays(1)));
        world.points.add(new ChecklistItem("bbbbbbbbbbbb", "Daily", "Look at the queue", Duration.ofDays(1)));
        host.minutes(2);

        assertThat(world.executions.begun).as("one after the other").hasSize(1);
        host.end(world.executions.begun.get(0), true);
        assertThat(world.executions.begun).hasSize(2);
        host.end(world.executions.begun.get(1), false);

        PulseRun runbook = host.onlyDispatch();
        assertThat(runbook.kind()).isEqualTo(DispatchKind.RUNBOOK);
        assertThat(runbook.state()).isEqualTo(PulseRun.State.FAILED);
        assertThat(runbook.summary()).isEqualTo("1 of 2 steps done");
        assertThat(host.desk.steps(runbook.id()))
                .extracting(PulseRun::state)
                .containsExactly(PulseRun.State.COMPLETED, PulseRun.State.FAILED);

        host.minutes(20);
        assertThat(host.desk.steps(host.runs(PulseRun.Type.DISPATCH).get(0).id()))
                .as("only what was not done is due again")
                .extracting(PulseRun::evidence)
                .containsExactly(List.of("checklist:bbbbbbbbbbbb"));
        assertThat(world.parsed).isEqualTo(1);
    }

    @Test
    void hb34HandsATaskOverToARealSchedule() {
        world.profile("p1", Stance.DISPATCHER);
        host.desk.proactive("p1", proactive("report", 60, ProactiveTask.Mode.CRON_HANDOFF), "anna");

        host.minutes(2);
        assertThat(host.desk.schedules("p1")).hasSize(1);
        assertThat(world.executions.begun).isEmpty();
        host.minutes(60);
        assertThat(world.executions.begun).hasSize(1);
        host.end(world.executions.begun.get(0), true);
        host.minutes(120);

        assertThat(host.runs(PulseRun.Type.DISPATCH).stream().filter(run -> run.kind() == DispatchKind.CRON_HANDOFF))
                .as("it does not come due again")
                .hasSize(1);
        assertThat(world.executions.begun).as("the second is in flight").hasSize(2);
        assertThat(host.desk.schedules("p1").get(0).lastRunId()).isNotNull();
    }

    private static ProactiveTask proactive(String id, int minutes, ProactiveTask.Mode mode) {
        return new ProactiveTask(id, "Write the " + id, "", "documentation", "Write it", minutes, mode, 0, 5, true);
    }

    @Test
    void hb35PutsSignalsOffWhileTheUserWorksAndDeliversThem() {
        world.profile("p1", Stance.DISPATCHER);
        world.busy.add("w1");
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "The build is broken");

        host.minutes(90);
        assertThat(world.executions.begun).isEmpty();
        assertThat(world.signals.deferrals.get("p1").signalIds()).containsExactly("sig1");

        world.busy.clear();
        host.minutes(2);
        assertThat(world.executions.begun)
                .as("past its retention of half an hour")
                .hasSize(1);
        assertThat(world.signals.deferrals).isEmpty();
    }

    @Test
    void hb36PassesForegroundHoursCooldownAndBudgetByHand() {
        world.profile("p1", Stance.DISPATCHER, 120, new ActiveHours(null, 1, 2, List.of()));
        world.busy.add("w1");

        PulseReport report = host.desk.pulse("p1", "anna");

        assertThat(report.decision().outcome()).isEqualTo(PulseOutcome.DISPATCH_TASK);
        assertThat(report.run().reason()).isEqualTo("manual_pulse");
        assertThat(world.executions
                        .ofBrief(report.dispatch().id())
                        .orElseThrow()
                        .brief()
                        .runId())
                .isEqualTo(report.dispatch().id());
        assertThat(host.audit.entries).extracting(entry -> entry.action()).containsExactly("pulse.run");

        assertThat(host.desk.pulse("p1", "anna").decision().rule())
                .as("but not what is in flight")
                .isEqualTo("in_flight");
    }

    @Test
    void hb37MakesOneTaskOfTwoCriticalSignalsWithinTheCooldown() {
        world.profile("p1", Stance.DISPATCHER, 120, null);
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "One");
        host.minutes(1);
        host.end(world.executions.begun.get(0), true);
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "Two");

        host.minutes(60);

        assertThat(world.executions.begun).hasSize(1);
    }

    @Test
    void hb38CountsAFailureAndWaitsAQuarterOfTheCooldown() {
        world.profile("p1", Stance.DISPATCHER, 40, null);
        world.signals.tell("p1", SignalFamily.OPEN_LOOP_PRESSURE, .9, "One");
        host.minutes(1);
        host.end(world.executions.begun.get(0), false);
        world.signals.tell("p1", SignalFamily.OPEN_LOOP_PRESSURE, .9, "Two");

        assertThat(host.desk.standing("p1").limits().inFlight()).isNull();
        assertThat(host.desk.standing("p1").limits().dispatchesToday()).isEqualTo(1);
        host.minutes(9);
        assertThat(world.executions.begun).hasSize(1);
        host.minutes(2);
        assertThat(world.executions.begun).hasSize(2);
    }

    @Test
    void hb39RecordsAPulseOutsideTheHoursAndSleeps() {
        world.profile("p1", Stance.DISPATCHER, 30, new ActiveHours("UTC", 20, 22, List.of()));
        world.signals.tell("p1", SignalFamily.CORRECTION_LEARNING, .9, "One");

        host.minutes(7 * 60);

        assertThat(host.runs(PulseRun.Type.PULSE)).extracting(PulseRun::rule).containsOnly("active_hours");
        assertThat(world.profiles.get("p1").state().status()).isEqualTo(HeartbeatStatus.SLEEPING);
        host.minutes(61);
        assertThat(world.executions.begun).hasSize(1);
    }

    @Test
    void hb40DoesNotActOnWhatOwnWorkCaused() {
        world.profile("p1", Stance.DISPATCHER);
        world.signals.tell("p1", SignalFamily.ASSIGNED_TASKS, .9, "A task of its own", "x-1");
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "Files changed", "x-1");

        host.minutes(120);

        assertThat(world.executions.begun).isEmpty();
        assertThat(world.ran).anyMatch(line -> line.contains("own work of x-1"));
    }

    @Test
    void hb41JoinsTheResultToTheTraceWithWhoApproved() {
        world.profile("p1", Stance.DISPATCHER);
        world.answer = Approval.State.PENDING;
        world.signals.tell("p1", SignalFamily.URGENT_INTERRUPT, .9, "The build is broken");
        host.minutes(2);
        PulseRun waiting = host.onlyDispatch();
        assertThat(waiting.state()).isEqualTo(PulseRun.State.QUEUED);
        assertThat(world.executions.begun).isEmpty();

        host.answer(waiting.approvalId(), Approval.State.APPROVED);
        assertThat(world.executions.begun).hasSize(1);
        host.end(world.executions.begun.get(0), true);

        CoreTrace.Whole trace = host.traces.find(waiting.traceId()).orElseThrow();
        assertThat(trace.trace().result()).isEqualTo("succeeded");
        assertThat(trace.events())
                .extracting(CoreTrace.Event::type)
                .contains(
                        "heartbeat.pulse_started",
                        "heartbeat.dispatch_started",
                        "heartbeat.dispatch_asked",
                        "heartbeat.dispatch_approved",
                        "heartbeat.dispatch_completed");
        assertThat(trace.events()).anySatisfy(event -> assertThat(event.details())
                .containsEntry("approvedBy", "anna")
                .containsEntry("posture", "mode")
                .containsEntry("rule", "accept_edits"));
        assertThat(world.outcomes).containsEntry(waiting.approvalId(), true);
        assertThat(host.onlyDispatch().cost()).isEqualTo(new PulseRun.Cost(100, 2000));
    }

    @Test
    void hb42EndsADispatchThatIsDeniedAndDoesNotAskAgain() {
        world.profile("p1", Stance.DISPATCHER);
        world.answer = Approval.State.DENIED;
        world.signals.tell("p1", SignalFamily.CORRECTION_LEARNING, .9, "Delete everything");

        host.minutes(120);

        assertThat(host.onlyDispatch().state()).isEqualTo(PulseRun.State.CANCELLED);
        assertThat(world.executions.all).isEmpty();
        assertThat(world.approvals).hasSize(1);
    }

    @Test
    void hb43StopsWhatASwitchStops() {
        world.profile("p1", Stance.DISPATCHER);
        world.off.add(CoreStage.DISPATCH);
        world.signals.tell("p1", SignalFamily.CORRECTION_LEARNING, .9, "One");
        host.minutes(60);
        assertThat(world.executions.all).isEmpty();
        assertThat(world.signals.open).containsKey("sig1");
        assertThat(host.desk.pulse("p1", "anna").stopped()).contains("switched_off");

        world.off.add(CoreStage.HEARTBEAT);
        int pulses = host.runs(PulseRun.Type.PULSE).size();
        host.minutes(60);
        assertThat(host.runs(PulseRun.Type.PULSE)).hasSize(pulses);

        world.off.clear();
        host.minutes(20);
        assertThat(world.executions.begun).as("nothing was lost").hasSize(1);
    }
}
