package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerStatus.State;
import tacit.trigger.schedule.ScheduleTrigger;

class RoundTest {

    private final Rig rig = new Rig(null);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void asksAtTheMultiplesOfAPeriod() {
        ScriptedTrigger minutely = ScriptedTrigger.each(Duration.ofMinutes(1));
        rig.with("clock", minutely, Map.of()).clock.pass(Duration.ofSeconds(37));

        rig.passSeconds(150);

        assertThat(minutely.asked)
                .extracting(TriggerIngress::at)
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-03-01T12:00:38Z", "2026-03-01T12:01:00Z", "2026-03-01T12:02:00Z", "2026-03-01T12:03:00Z");
        assertThat(minutely.asked.get(0).previous()).isNull();
        assertThat(minutely.asked.get(2).previous()).isEqualTo("2026-03-01T12:01:00Z");
    }

    @Test
    void tellsOfEachTimeOfASchedule() {
        rig.with("schedule", new ScheduleTrigger(), Map.of("cron", "*/10 * * * *"));

        rig.pass(Duration.ofMinutes(65));

        assertThat(rig.signals.told()).isEqualTo(6);
        assertThat(rig.signals.kept.get(0).payload()).containsEntry("time", "2026-03-01T13:00:00Z");
    }

    @Test
    void tr07TellsOnceOfTheTimesThatWereMissedWhileTheHostWasDown() {
        rig.with("schedule", new ScheduleTrigger(), Map.of("cron", "*/10 * * * *"))
                .passSeconds(30);

        rig.clock.pass(Duration.ofHours(5));
        rig.restart();
        rig.passSeconds(90);

        assertThat(rig.signals.told()).isEqualTo(1);
        assertThat(rig.signals.kept.get(0).payload()).containsEntry("time", "2026-03-01T17:00:00Z");
    }

    @Test
    void asksNothingWhileTheStageIsOff() {
        ScriptedTrigger minutely = ScriptedTrigger.each(Duration.ofMinutes(1));
        rig.with("clock", minutely, Map.of());
        rig.switches.on = false;

        rig.passSeconds(120);

        assertThat(minutely.asked).isEmpty();
        assertThat(rig.status().state()).isEqualTo(State.OFF);
        assertThat(rig.status().problems()).containsExactly("Switched off by ada");
    }

    @Test
    void isolatesATriggerThatFails() {
        ScriptedTrigger bad = ScriptedTrigger.each(Duration.ofSeconds(1));
        bad.failure = new IllegalStateException("No such planet");
        ScriptedTrigger good = ScriptedTrigger.each(Duration.ofSeconds(1));
        rig.with("a-bad", bad, Map.of()).with("good", good, Map.of());

        rig.passSeconds(20);

        assertThat(good.asked).hasSize(20);
        assertThat(bad.asked).as("it waits").hasSize(1);
        assertThat(rig.status().state()).isEqualTo(State.FAILING);
        assertThat(rig.status().problems()).containsExactly("No such planet");
        assertThat(rig.status().nextAt()).isEqualTo("2026-03-01T12:00:31Z");
        assertThat(rig.switches.whyNot).contains("a-bad: failed, No such planet");
    }

    @Test
    void waitsTwiceAsLongWithEachFailureAndForgetsThemAfterASuccess() {
        ScriptedTrigger bad = ScriptedTrigger.each(Duration.ofSeconds(1));
        bad.failure = new IllegalStateException("broken");
        rig.with("bad", bad, Map.of()).passSeconds(100);
        assertThat(bad.asked).hasSize(3);

        bad.failure = null;
        rig.passSeconds(120);

        assertThat(rig.status().state()).isEqualTo(State.READY);
        assertThat(rig.status().problems()).isEmpty();
        assertThat(bad.asked.size()).isGreaterThan(8);
    }

    @Test
    void refusesAReadingThatWantsTooMuchAndKeepsNothingOfIt() {
        ScriptedTrigger greedy = ScriptedTrigger.each(Duration.ofSeconds(1));
        greedy.memory = Map.of("all", "x".repeat(17_000));
        rig.with("greedy", greedy, Map.of()).passSeconds(2);

        assertThat(rig.status().problems()).containsExactly("memory must have at most 16384 characters, got 17009");
        assertThat(rig.signals.told()).isZero();
        assertThat(rig.readings.state("greedy").sequence()).isZero();
    }

    @Test
    void asksAgainForThePlanSinceAnotherVersionMayHaveAnother() {
        ScriptedTrigger swapped = ScriptedTrigger.each(Duration.ofMinutes(1));
        rig.with("clock", swapped, Map.of()).passSeconds(10);
        swapped.plan = TriggerPlan.refused("cron must be given");
        rig.passSeconds(40);

        assertThat(rig.status().state()).isEqualTo(State.REFUSED);
        assertThat(rig.status().problems()).containsExactly("cron must be given");

        swapped.plan = new TriggerPlan(List.of(), Duration.ofSeconds(1), List.of(), false, false, List.of());
        rig.passSeconds(40);
        assertThat(rig.status().state()).isEqualTo(State.READY);
    }

    @Test
    void goesOnWhenAKindComesBack() {
        ScriptedTrigger clock = ScriptedTrigger.each(Duration.ofSeconds(1));
        rig.with("clock", clock, Map.of()).passSeconds(2);
        rig.sources.removeTrigger(clock);

        rig.passSeconds(5);
        assertThat(rig.status().state()).isEqualTo(State.NOT_PROVIDED);
        assertThat(rig.status().problems()).containsExactly("No active bundle provides trigger/clock");

        rig.sources.addTrigger(clock, Map.of("tacit.facade", "trigger/clock"));
        rig.passSeconds(2);
        assertThat(rig.readings.state("clock").memory()).containsEntry("count", "4");
    }

    @Test
    void refusesPlansThatItCannotMeet() {
        ScriptedTrigger odd = new ScriptedTrigger(
                new TriggerPlan(List.of(), Duration.ofMillis(5), List.of("/etc/*", "a/../b"), false, false, List.of()));
        rig.with("odd", odd, Map.of()).passSeconds(2);

        assertThat(odd.asked).isEmpty();
        assertThat(rig.status().problems())
                .hasSize(3)
                .contains("It wants to be asked more often than each second")
                .anyMatch(problem -> problem.endsWith("got '/etc/*'"));
    }

    @Test
    void tellsWhereNothingCanBeWatched() {
        rig.with("watch", ScriptedTrigger.ofFiles(false, "**"), Map.of()).passSeconds(5);

        assertThat(rig.status().problems()).containsExactly("Workspace 'default' has no folder");
    }
}
