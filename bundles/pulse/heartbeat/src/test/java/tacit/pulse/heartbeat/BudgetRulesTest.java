package tacit.pulse.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.ProactiveTask.Mode;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.Urgency;
import tacit.runtime.testkit.Configurations;

class BudgetRulesTest {

    private static PulseDecision decide(Given given) {
        return new OrderedRulesPolicy(Thresholds.USUAL, Tunings.NONE).decide(given.situation());
    }

    private static Limits tokens(long used, long most) {
        return new Limits(null, null, 0, used, most, 0, 0, 0, 0, true);
    }

    private static Limits cost(long used, long most) {
        return new Limits(null, null, 0, 0, 0, used, most, 0, 0, true);
    }

    private static Limits interruptions(int used, int most) {
        return new Limits(null, null, 0, 0, 0, 0, 0, used, most, true);
    }

    private static Limits turn(boolean turn) {
        return new Limits(null, null, 0, 0, 0, 0, 0, 0, 0, turn);
    }

    @Test
    void hb19HoldsWorkBackWhenItsTokensAreUsed() {
        PulseDecision decision = decide(Given.dispatcher().mentions(1).limits(tokens(1000, 1000)));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("token_budget");
        assertThat(decision.dispatch()).isNull();
        assertThat(decision.explained())
                .endsWith("asked: held, 1 mentions, 0 tasks", "token_budget: held, 1000 of 1000 tokens today");
        assertThat(decide(Given.dispatcher().mentions(1).limits(tokens(999, 1000)))
                        .outcome())
                .isEqualTo(PulseOutcome.DISPATCH_TASK);
    }

    @Test
    void hb19HoldsWorkBackWhenItsMoneyIsUsed() {
        assertThat(decide(Given.dispatcher().point("c1").limits(cost(500, 500))).rule())
                .isEqualTo("cost_budget");
        assertThat(decide(Given.dispatcher().point("c1").limits(cost(500, 0))).outcome())
                .isEqualTo(PulseOutcome.DISPATCH_RUNBOOK);
    }

    @Test
    void hb19HoldsSuggestionsBackWhenThereWereEnough() {
        PulseDecision decision = decide(Given.operator().mentions(1).limits(interruptions(3, 3)));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("interruption_budget");
        assertThat(decide(Given.dispatcher().mentions(1).limits(interruptions(3, 3)))
                        .outcome())
                .as("work does not interrupt")
                .isEqualTo(PulseOutcome.DISPATCH_TASK);
    }

    @Test
    void hb19WaitsForItsTurn() {
        assertThat(decide(Given.dispatcher().due("weekly", Mode.CRON_HANDOFF).limits(turn(false)))
                        .rule())
                .isEqualTo("turn");
        assertThat(decide(Given.operator().mentions(1).limits(turn(false))).outcome())
                .as("a suggestion needs no executor")
                .isEqualTo(PulseOutcome.SUGGESTION);
        assertThat(decide(Given.dispatcher().limits(turn(false))).rule()).isEqualTo("nothing");
    }

    @Test
    void leavesSuggestionsWhenTokensAreUsed() {
        assertThat(decide(Given.operator().mentions(1).limits(tokens(1000, 1000)))
                        .outcome())
                .isEqualTo(PulseOutcome.SUGGESTION);
    }

    @Test
    void hb19HoldsNothingBackByHand() {
        Limits all = new Limits(null, null, 9, 9, 9, 9, 9, 9, 9, false);

        assertThat(decide(Given.dispatcher().manual().limits(all)).outcome()).isEqualTo(PulseOutcome.DISPATCH_TASK);
        assertThat(decide(Given.operator().manual().limits(all)).outcome()).isEqualTo(PulseOutcome.SUGGESTION);
    }

    @Test
    void refusesThresholdsThatAreNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(1.1, .8))
                .withMessage("strong.signal must be in [0, 1], got 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Thresholds(.7, Double.NaN))
                .withMessageStartingWith("observer.signal must be in [0, 1]");
    }

    @Test
    void readsItsThresholds() {
        OrderedRulesPolicy.Config config =
                Configurations.of(OrderedRulesPolicy.Config.class, Map.of("strong_signal", .3));
        Given given = Given.dispatcher().with(Given.signal("a", Urgency.LOW, .3));

        assertThat(new OrderedRulesPolicy(config).decide(given.situation()).outcome())
                .isEqualTo(PulseOutcome.DISPATCH_TASK);
        assertThat(decide(given).outcome()).isEqualTo(PulseOutcome.IDLE);
    }
}
