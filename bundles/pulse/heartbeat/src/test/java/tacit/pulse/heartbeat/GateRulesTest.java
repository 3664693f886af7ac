package tacit.pulse.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.heartbeat.Given.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.ProactiveTask.Mode;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.Urgency;

class GateRulesTest {

    private static PulseDecision decide(Given given) {
        return new OrderedRulesPolicy(Thresholds.USUAL, Tunings.NONE).decide(given.situation());
    }

    private static Limits limits(@Nullable String inFlight, @Nullable Instant cooldown, int dispatches) {
        return new Limits(inFlight, cooldown, dispatches, 0, 0, 0, 0, 0, 0, true);
    }

    @Test
    void hb03DefersWhileSomebodyWorks() {
        PulseDecision decision = decide(Given.dispatcher().foreground().mentions(1));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.DEFERRED);
        assertThat(decision.rule()).isEqualTo("foreground_active");
        assertThat(decision.dispatch()).isNull();
        assertThat(decide(Given.operator().foreground().with(signal("a", Urgency.LOW, .1)))
                        .signalIds())
                .containsExactly("a");
    }

    @Test
    void defersNothingWhereNothingOrOnlyOwnWorkWaits() {
        assertThat(decide(Given.dispatcher().foreground()).rule()).isEqualTo("nothing");
        assertThat(decide(Given.dispatcher().foreground().with(signal("own", Urgency.CRITICAL, 1, 1, "e1")))
                        .rule())
                .isEqualTo("own_work");
    }

    @Test
    void hb04DoesNotDeferWhatWasAskedForByHand() {
        PulseDecision decision = decide(Given.dispatcher().foreground().manual().mentions(1));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.DISPATCH_TASK);
    }

    @Test
    void hb05WaitsForWhatIsInFlightEvenByHand() {
        Given given = Given.dispatcher().mentions(1).limits(limits("e1", null, 0));

        assertThat(decide(given).rule()).isEqualTo("in_flight");
        assertThat(decide(given.manual()).outcome()).isEqualTo(PulseOutcome.IDLE);
    }

    @Test
    void hb06RestsAfterADispatch() {
        PulseDecision decision =
                decide(Given.dispatcher().mentions(1).limits(limits(null, Given.NOW.plusSeconds(60), 1)));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("cooldown");
        assertThat(decision.reason()).isEqualTo("until 2026-01-05T09:01:00Z");
    }

    @Test
    void endsTheRestAtItsMoment() {
        assertThat(decide(Given.dispatcher().mentions(1).limits(limits(null, Given.NOW, 1)))
                        .outcome())
                .isEqualTo(PulseOutcome.DISPATCH_TASK);
    }

    @Test
    void hb07ActsByHandWhileItRests() {
        Given given = Given.dispatcher().manual().mentions(1).limits(limits(null, Given.NOW.plusSeconds(60), 1));

        assertThat(decide(given).outcome()).isEqualTo(PulseOutcome.DISPATCH_TASK);
    }

    @Test
    void hb08StopsAtTheDispatchesOfADay() {
        Given given = Given.dispatcher().mentions(1).limits(limits(null, null, 6));

        assertThat(decide(given).outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decide(given).rule()).isEqualTo("dispatch_budget");
        assertThat(decide(given.manual()).outcome()).isEqualTo(PulseOutcome.DISPATCH_TASK);
    }

    @Test
    void hb17StaysIdleOutsideOfItsHoursAndSaysSo() {
        PulseDecision decision = decide(Given.dispatcher().hours(10, 18).mentions(1));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("active_hours");
        assertThat(decision.explained()).containsExactly("active_hours: held, outside of 10 to 18");
    }

    @Test
    void hb17ActsWithinItsHoursOvernightAndByHand() {
        assertThat(decide(Given.dispatcher().hours(9, 10).mentions(1)).rule()).isEqualTo("asked");
        assertThat(decide(Given.dispatcher().hours(22, 10).mentions(1)).rule()).isEqualTo("asked");
        assertThat(decide(Given.dispatcher().hours(8, 10, 0, 6).mentions(1)).rule())
                .as("on a Monday")
                .isEqualTo("active_hours");
        assertThat(decide(Given.dispatcher().hours(10, 18).manual()).rule()).isEqualTo("asked");
    }

    @Test
    void looksAtRestBeforeWhatIsDue() {
        Given given = Given.dispatcher().due("care", Mode.DISPATCH).limits(limits(null, Given.NOW.plusSeconds(1), 0));

        assertThat(decide(given).rule()).isEqualTo("cooldown");
    }

    @Test
    void explainsEachRuleThatWasLookedAt() {
        assertThat(decide(Given.dispatcher().with(signal("a", Urgency.LOW, .1))).explained())
                .extracting(line -> line.replaceFirst(",.*", ""))
                .containsExactly(
                        "active_hours: passed",
                        "foreground_active: passed",
                        "in_flight: passed",
                        "cooldown: passed",
                        "dispatch_budget: passed",
                        "observer_strong: passed",
                        "asked: passed",
                        "cron_handoff: passed",
                        "maintenance_due: passed",
                        "strong_signal: passed",
                        "reminder_due: passed",
                        "own_work: passed",
                        "nothing: held");
    }
}
