package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.Approval;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

class SharingTest {

    private TestDatabase engine;
    private World world;

    @BeforeEach
    void open() {
        engine = Engine.HSQLDB.open();
        world = new World();
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    private Host host(int most) {
        Database database = engine.database();
        return new Host(world, database, new Fuse(), most);
    }

    private void tellAll() {
        world.profiles.keySet().forEach(id -> world.signals.tell(id, SignalFamily.MAINTENANCE, .9, "Work for " + id));
    }

    @Test
    void givesEachProfileItsTurn() {
        for (int index = 0; index < 5; index++) {
            world.profile("p" + index, Stance.DISPATCHER, 15, null);
        }
        Host host = host(1);
        for (int round = 0; round < 40; round++) {
            tellAll();
            host.minutes(2);
            if (world.executions.begun.size()
                    > host.runs(PulseRun.Type.DISPATCH).stream()
                            .filter(run -> run.state().ended())
                            .count()) {
                host.end(world.executions.begun.get(world.executions.begun.size() - 1), true);
            }
        }

        Map<String, Integer> counts = new HashMap<>();
        host.runs(PulseRun.Type.DISPATCH).forEach(run -> counts.merge(run.profileId(), 1, Integer::sum));
        assertThat(counts).hasSize(5);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(4, 6));
    }

    @Test
    void startsNoMoreThanFlyAtOnce() {
        for (int index = 0; index < 5; index++) {
            world.profile("p" + index, Stance.DISPATCHER);
        }
        Host host = host(2);
        tellAll();
        host.minutes(20);
        assertThat(world.executions.begun).hasSize(2);

        host.end(world.executions.begun.get(0), true);
        host.minutes(1);
        assertThat(world.executions.begun).as("who waits comes at once").hasSize(3);
    }

    @Test
    void stopsAtTheBudgetOfTheWorkspace() {
        for (int index = 0; index < 5; index++) {
            world.profile("p" + index, Stance.DISPATCHER);
        }
        world.settings.put(CoreSetting.BUDGET_ALL.key(), "3");
        Host host = host(10);
        tellAll();
        host.minutes(20);

        assertThat(world.executions.begun).hasSize(3);
        assertThat(host.runs(PulseRun.Type.PULSE)).extracting(PulseRun::rule).contains("budget_workspace");
        assertThat(world.signals.open).as("what could not be done waits").hasSize(2);
    }

    @Test
    void stopsAtTheTokensOfTheDay() {
        world.profile("p1", Stance.DISPATCHER, 15, null);
        world.settings.put(CoreSetting.BUDGET_TOKENS.key(), "150");
        Host host = host(10);
        for (int round = 0; round < 4; round++) {
            world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "Round " + round);
            host.minutes(20);
            world.executions.begun.stream()
                    .filter(id ->
                            !world.executions.ofBrief(id).orElseThrow().state().ended())
                    .toList()
                    .forEach(id -> host.end(id, true));
        }

        assertThat(world.executions.begun).as("100 tokens each").hasSize(2);
        assertThat(world.executions
                        .ofBrief(world.executions.begun.get(1))
                        .orElseThrow()
                        .brief()
                        .maxTokens())
                .as("what is left bounds it")
                .isEqualTo(50);
        assertThat(host.runs(PulseRun.Type.PULSE)).extracting(PulseRun::rule).contains("token_budget");
    }

    @Test
    void waitsForABurstToEnd() {
        world.profile("p1", Stance.DISPATCHER);
        Host host = host(4);
        host.minutes(2);
        int before = host.runs(PulseRun.Type.PULSE).size();
        for (int index = 0; index < 20; index++) {
            world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "File " + index);
            host.run(Duration.ofSeconds(1), Duration.ofSeconds(1));
        }
        host.run(Duration.ofSeconds(10), Duration.ofSeconds(1));

        assertThat(host.runs(PulseRun.Type.PULSE)).hasSize(before + 1);
        assertThat(host.runs(PulseRun.Type.PULSE).get(0).reason()).isEqualTo("signal_pulse");
        assertThat(world.signals.consumed).hasSize(20);
    }

    @Test
    void countsForOrdersToo() {
        world.profile("p1", Stance.DISPATCHER, 30, new ActiveHours("UTC", 8, 13, List.of()));
        Host host = host(4);
        world.off.add(CoreStage.DISPATCH);
        assertThat(host.dispatches.dispatch(KilledHostTest.order("p1")).refused())
                .isEqualTo("switched_off");
        world.off.clear();

        Dispatches.Answer first = host.dispatches.dispatch(KilledHostTest.order("p1"));
        assertThat(first.run().state()).isEqualTo(PulseRun.State.RUNNING);
        assertThat(host.dispatches.dispatch(KilledHostTest.order("p1")).run().id())
                .isEqualTo(first.run().id());
        assertThat(host.dispatches.dispatch(other("two", null)).refused()).isEqualTo("in_flight");
        host.end(first.run().id(), true);
        assertThat(host.dispatches.dispatch(other("two", null)).refused()).isEqualTo("cooldown");
        world.clock.pass(Duration.ofHours(2));
        assertThat(host.dispatches.dispatch(other("two", null)).refused()).isEqualTo("outside_hours");
        assertThat(host.dispatches.dispatch(other("three", "anna")).run()).isNotNull();
        assertThat(host.dispatches.inFlight("p1", "w1")).hasSize(1);
        assertThatThrownBy(() -> host.dispatches.dispatch(KilledHostTest.order("nobody")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DispatchOrder other(String key, @org.jspecify.annotations.Nullable String by) {
        return new DispatchOrder(
                key,
                "p1",
                "w1",
                null,
                "suggestion",
                DispatchOrder.TASK,
                "workspace:w1",
                "T",
                "P",
                "",
                List.of("e"),
                null,
                null,
                by,
                Map.of());
    }

    @Test
    void cancelsADispatchWithItsWork() {
        world.profile("p1", Stance.DISPATCHER);
        Host host = host(4);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "One");
        host.minutes(1);
        String id = host.onlyDispatch().id();

        assertThat(host.desk.cancel(id, "anna", "not now")).isTrue();

        assertThat(host.onlyDispatch().state()).isEqualTo(PulseRun.State.CANCELLED);
        assertThat(world.executions.ofBrief(id).orElseThrow().state())
                .isEqualTo(tacit.api.execute.Execution.State.CANCELLED);
        assertThat(host.desk.cancel(id, "anna", "again")).isFalse();
        assertThat(host.audit.entries).hasSize(1);
    }

    @Test
    void failsADispatchThatNothingCanDo() {
        world.profile("p1", Stance.DISPATCHER);
        world.executions.noRoute = true;
        Host host = host(4);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "One");
        host.minutes(1);

        assertThat(host.onlyDispatch().error()).contains("No route");
        assertThat(host.desk.standing("p1").limits().inFlight()).isNull();
        assertThat(world.suggestions.values()).singleElement().satisfies(draft -> assertThat(draft.action())
                .contains("One"));
    }

    @Test
    void asksNobodyAboutADispatchThatHasEnded() {
        world.profile("p1", Stance.DISPATCHER);
        world.answer = Approval.State.PENDING;
        world.executions.noRoute = true;
        Host host = host(4);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "One");
        host.minutes(1);

        assertThat(host.onlyDispatch().state()).isEqualTo(PulseRun.State.FAILED);
        assertThat(world.approvals.values()).singleElement().satisfies(asked -> assertThat(asked.state())
                .isEqualTo(Approval.State.EXPIRED));
    }

    @Test
    void explainsWithoutAnEffect() {
        world.profile("p1", Stance.DISPATCHER);
        Host host = host(4);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "One");

        assertThat(host.desk.explain("p1", false).decision().rule()).isEqualTo("strong_signal");
        assertThat(host.runs(PulseRun.Type.PULSE)).isEmpty();
        assertThat(world.signals.open).hasSize(1);
    }

    @Test
    void forgetsOldPulsesOfWhichNothingCame() {
        world.profile("p1", Stance.DISPATCHER);
        Host host = host(4);
        world.signals.tell("p1", SignalFamily.MAINTENANCE, .9, "One");
        host.minutes(40);
        int all = host.runs(PulseRun.Type.PULSE).size();
        assertThat(host.sweep.forget(world.clock.instant())).isZero();

        world.clock.pass(Duration.ofDays(91));

        assertThat(host.sweep.forget(world.clock.instant())).isEqualTo(all - 1);
        assertThat(host.runs(PulseRun.Type.PULSE))
                .as("the one that led to work stays")
                .hasSize(1);
        assertThat(host.runs(PulseRun.Type.DISPATCH)).hasSize(1);
    }
}
