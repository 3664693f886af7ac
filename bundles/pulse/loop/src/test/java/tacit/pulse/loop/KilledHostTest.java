package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.Approval;
import tacit.api.execute.Execution;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.CoreTraces;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Learning;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

/** Kills the host before and after each of its effects, one after the other: nothing is lost, and nothing is done twice. */
@EachDatabase
class KilledHostTest {

    private static final int MOST_MOMENTS = 400;

    private final Database database;

    KilledHostTest(Database database) {
        this.database = database;
    }

    @Test
    void losesAndDoublesNothingOfATask() {
        atEachMoment((world, profile) -> tell(world, profile), (world, profile) -> {}, (world, host) -> {
            assertThat(world.executions.begun).hasSize(1);
            assertThat(world.signals.consumed).hasSize(1);
            assertThat(world.outcomes.values()).containsExactly(true);
        });
    }

    @Test
    void losesAndDoublesNothingOfATaskThatIsAskedFirst() {
        atEachMoment(
                (world, profile) -> {
                    world.answer = Approval.State.PENDING;
                    tell(world, profile);
                },
                (world, profile) -> world.answer = Approval.State.APPROVED,
                (world, host) -> {
                    assertThat(world.executions.begun).hasSize(1);
                    assertThat(world.signals.consumed).hasSize(1);
                });
    }

    @Test
    void losesAndDoublesNothingOfARunbook() {
        atEachMoment(
                (world, profile) -> {
                    world.points.add(new ChecklistItem("aaaaaaaaaaaa", "Daily", "Backups", Duration.ofDays(1)));
                    world.points.add(new ChecklistItem("bbbbbbbbbbbb", "Daily", "Queue", Duration.ofDays(1)));
                },
                (world, profile) -> {},
                (world, host) -> {
                    assertThat(world.executions.begun).hasSize(2).doesNotHaveDuplicates();
                    assertThat(host.desk
                                    .standing(world.profiles.keySet().iterator().next())
                                    .checklistDue())
                            .isZero();
                });
    }

    @Test
    void losesAndDoublesNothingOfASuggestion() {
        atEachMoment(
                (world, profile) -> {
                    world.profile(profile, Stance.OPERATOR);
                    tell(world, profile);
                },
                (world, profile) -> {},
                (world, host) -> {
                    assertThat(world.suggestions).hasSize(1);
                    assertThat(world.executions.all).isEmpty();
                    assertThat(world.signals.consumed).hasSize(1);
                });
    }

    /** Without a budget over the workspace, which all of them share. */
    private static World world() {
        World world = new World();
        world.settings.put(CoreSetting.BUDGET_ALL.key(), "0");
        return world;
    }

    private static void tell(World world, String profile) {
        world.signals.tell(profile, SignalFamily.MAINTENANCE, .9, "The build is broken");
    }

    /** The scenario once for each moment at which it can be killed. */
    private void atEachMoment(
            BiConsumer<World, String> given, BiConsumer<World, String> later, BiConsumer<World, Host> then) {
        int moment = 0;
        boolean blown = true;
        while (blown && moment < MOST_MOMENTS) {
            World world = world();
            String profile = "p" + moment;
            world.profile(profile, Stance.DISPATCHER);
            given.accept(world, profile);
            Fuse fuse = new Fuse();
            blown = killed(world, profile, fuse, moment, later);
            Host host = new Host(world, database, fuse, 4);
            settle(host);
            check(world, host, profile, moment);
            then.accept(world, host);
            moment++;
        }
        assertThat(moment).as("moments that were tried").isBetween(20, MOST_MOMENTS - 1);
    }

    private boolean killed(World world, String profile, Fuse fuse, int moment, BiConsumer<World, String> later) {
        Host host = new Host(world, database, fuse, 4);
        fuse.arm(moment);
        boolean blown = false;
        try {
            host.run(Duration.ofMinutes(2), Duration.ofSeconds(30));
            later.accept(world, profile);
            settle(host);
        } catch (Fuse.Blown e) {
            blown = true;
        }
        fuse.disarm();
        later.accept(world, profile);
        world.signals.listeners.clear();
        return blown;
    }

    /** Answers what is asked, ends what runs, and lets time pass until nothing is left. */
    private static void settle(Host host) {
        for (int round = 0; round < 4; round++) {
            host.run(Duration.ofMinutes(2), Duration.ofMinutes(1));
            for (Map.Entry<String, Approval> asked : List.copyOf(host.world.approvals.entrySet())) {
                if (asked.getValue().state() == Approval.State.PENDING
                        && host.world.answer == Approval.State.APPROVED) {
                    host.answer(asked.getKey(), Approval.State.APPROVED);
                }
            }
            for (Execution execution : List.copyOf(host.world.executions.all.values())) {
                if (execution.state() == Execution.State.RUNNING) {
                    host.end(execution.brief().id(), true);
                }
            }
        }
        host.run(Duration.ofMinutes(2), Duration.ofMinutes(1));
    }

    private static void check(World world, Host host, String profile, int moment) {
        List<PulseRun> runs = host.desk
                .runs(PulseDesk.Filter.ofProfile(profile), PageRequest.first(1000))
                .rows();
        assertThat(runs)
                .as("runs after a kill at moment " + moment)
                .allSatisfy(run -> assertThat(run.state().ended()).isTrue());
        assertThat(runs.stream().filter(run -> run.type() == PulseRun.Type.DISPATCH))
                .as("dispatches after a kill at moment " + moment)
                .hasSize(1)
                .allSatisfy(run -> assertThat(run.state()).isEqualTo(PulseRun.State.COMPLETED));
        assertThat(host.traces
                        .list(CoreTraces.Filter.ofProfile(profile), PageRequest.first(1000))
                        .rows())
                .allSatisfy(trace -> assertThat(trace.status()).isNotEqualTo(CoreTraceStatus.RUNNING));
        List<Dispatch> open = host.store.read(session -> new RunQueries(session).open());
        assertThat(open).isEmpty();
        assertThat(host.learnings
                        .list(null, profile, Learning.Kind.DISPATCH_RESULT, PageRequest.first(10))
                        .rows())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(world.signals.open).isEmpty();
    }

    @Test
    void handsOverOnceHoweverItIsKilled() {
        ProactiveTask task = new ProactiveTask(
                "report", "Report", "", "documentation", "Write it", 1440, ProactiveTask.Mode.CRON_HANDOFF, 0, 5, true);
        for (int moment = 0; moment < 40; moment++) {
            World world = world();
            String profile = "h" + moment;
            world.profile(profile, Stance.DISPATCHER);
            Fuse fuse = new Fuse();
            new Host(world, database, fuse, 4).desk.proactive(profile, task, "anna");
            killed(world, profile, fuse, moment, (some, thing) -> {});
            Host host = new Host(world, database, fuse, 4);
            settle(host);

            assertThat(host.desk.schedules(profile)).hasSize(1);
            check(world, host, profile, moment);
            host.desk.removeSchedule(host.desk.schedules(profile).get(0).id(), "anna");
        }
    }

    @Test
    void givesAnOrderOnceHoweverOftenItIsKilledAndRepeated() {
        for (int moment = 0; moment < 40; moment++) {
            World world = world();
            String profile = "o" + moment;
            world.profile(profile, Stance.DISPATCHER);
            Fuse fuse = new Fuse();
            DispatchOrder order = order(profile);
            fuse.arm(moment);
            swallow(new Host(world, database, fuse, 4), host -> host.dispatches.dispatch(order));
            fuse.disarm();
            Host host = new Host(world, database, fuse, 4);
            host.dispatches.dispatch(order);
            settle(host);
            host.dispatches.dispatch(order);

            assertThat(world.executions.begun).hasSize(1);
            check(world, host, profile, moment);
        }
    }

    private static void swallow(Host host, Consumer<Host> act) {
        try {
            act.accept(host);
        } catch (Fuse.Blown e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    static DispatchOrder order(String profile) {
        return new DispatchOrder(
                "reflection:" + profile,
                profile,
                "w1",
                null,
                "reflection",
                DispatchOrder.TASK,
                "workspace:w1",
                "Mend the build",
                "Mend it",
                "",
                List.of("trace:t1"),
                null,
                null,
                null,
                Map.of("objective", "a build"));
    }
}
