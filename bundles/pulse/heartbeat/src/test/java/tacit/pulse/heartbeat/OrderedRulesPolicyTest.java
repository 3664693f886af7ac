package tacit.pulse.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.heartbeat.Given.signal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.ProactiveTask.Mode;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Urgency;

class OrderedRulesPolicyTest {

    private static PulseDecision decide(Given given) {
        return new OrderedRulesPolicy(Thresholds.USUAL, Tunings.NONE).decide(given.situation());
    }

    @Test
    void hb01TakesTheStrongestOfConfidencesAndFloors() {
        assertThat(decide(Given.operator()).strength()).isZero();
        assertThat(decide(Given.operator().with(signal("a", Urgency.CRITICAL, .1)))
                        .strength())
                .isEqualTo(.9);
        assertThat(decide(Given.operator().with(signal("a", Urgency.HIGH, .95))).strength())
                .isEqualTo(.95);
        assertThat(decide(Given.operator().with(signal("a", Urgency.LOW, 0), signal("b", Urgency.CRITICAL, .5)))
                        .strength())
                .isEqualTo(.9);
    }

    @Test
    void hb02StaysIdleWithoutAnything() {
        PulseDecision decision = decide(Given.dispatcher());

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("nothing");
        assertThat(decision.dispatch()).isNull();
    }

    @Test
    void hb09KeepsWeakSignalsOfAnObserver() {
        PulseDecision decision = decide(Given.observer().with(signal("a", Urgency.LOW, .5)));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("nothing");
    }

    @Test
    void hb10KeepsTheDispatchKindOfAnObserversSuggestion() {
        PulseDecision decision = decide(Given.observer().with(signal("a", Urgency.CRITICAL, .5)));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.SUGGESTION);
        assertThat(decision.dispatch()).isEqualTo(DispatchKind.SUGGESTION);
        assertThat(decision.rule()).isEqualTo("observer_strong");
        assertThat(decision.signalIds()).containsExactly("a");
    }

    @Test
    void asksMoreOfSignalsOfAnObserver() {
        assertThat(decide(Given.observer().with(signal("a", Urgency.LOW, .79))).outcome())
                .isEqualTo(PulseOutcome.IDLE);
        assertThat(decide(Given.observer().with(signal("a", Urgency.LOW, .8))).outcome())
                .isEqualTo(PulseOutcome.SUGGESTION);
    }

    @Test
    void hb11StartsATaskForADispatcherWhoIsMentioned() {
        PulseDecision decision = decide(Given.dispatcher().mentions(2));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.DISPATCH_TASK);
        assertThat(decision.dispatch()).isEqualTo(DispatchKind.TASK);
        assertThat(decision.rule()).isEqualTo("asked");
    }

    @Test
    void hb12SuggestsForAnOperatorWhoIsMentioned() {
        assertThat(decide(Given.operator().mentions(1)).dispatch()).isEqualTo(DispatchKind.SUGGESTION);
        assertThat(decide(Given.observer().mentions(1)).dispatch()).isEqualTo(DispatchKind.SUGGESTION);
        assertThat(decide(Given.operator().tasks(1)).rule()).isEqualTo("asked");
    }

    @Test
    void hb13HandsATaskOverToASchedule() {
        PulseDecision decision =
                decide(Given.dispatcher().due("care", Mode.DISPATCH).due("weekly", Mode.CRON_HANDOFF));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.HANDOFF_TO_CRON);
        assertThat(decision.dispatch()).isEqualTo(DispatchKind.CRON_HANDOFF);
        assertThat(decision.proactiveIds()).containsExactly("weekly");
        assertThat(decision.evidence()).containsExactly("proactive:weekly");
    }

    @Test
    void hb14RunsTheChecklistOfADispatcher() {
        PulseDecision decision = decide(Given.dispatcher().point("c1").with(signal("a", Urgency.CRITICAL, 1)));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.DISPATCH_RUNBOOK);
        assertThat(decision.rule()).isEqualTo("maintenance_due");
        assertThat(decision.checklistIds()).containsExactly("c1");
        assertThat(decision.signalIds())
                .as("a runbook does not deal with signals")
                .isEmpty();
        assertThat(decision.strength()).isEqualTo(1);
    }

    @Test
    void hb15SuggestsTheChecklistOfAnOperator() {
        PulseDecision decision = decide(Given.operator().point("c1"));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.SUGGESTION);
        assertThat(decision.evidence()).containsExactly("checklist:c1");
    }

    @Test
    void hb16CountsHowOftenSignalsWereTold() {
        PulseDecision decision = decide(Given.dispatcher()
                .with(signal("a", Urgency.LOW, 0, 3, null), signal("b", Urgency.CRITICAL, 0, 5, null)));

        assertThat(decision.compressed()).isEqualTo(8);
        assertThat(decision.evidence()).containsExactly("trace:a", "trace:b");
    }

    @Test
    void hb18NeverCountsWhatOwnWorkCaused() {
        PulseDecision decision = decide(Given.dispatcher().with(signal("own", Urgency.CRITICAL, 1, 4, "e1")));

        assertThat(decision.outcome()).isEqualTo(PulseOutcome.IDLE);
        assertThat(decision.rule()).isEqualTo("own_work");
        assertThat(decision.signalIds()).containsExactly("own");
        assertThat(decision.strength()).isZero();
    }

    @Test
    void hb18StartsWorkForOthersSignalsAlone() {
        PulseDecision decision = decide(Given.dispatcher()
                .with(signal("own", Urgency.CRITICAL, 1, 4, "e1"), signal("other", Urgency.HIGH, .8)));

        assertThat(decision.rule()).isEqualTo("strong_signal");
        assertThat(decision.signalIds()).containsExactly("other");
        assertThat(decision.compressed()).isEqualTo(1);
        assertThat(decision.strength()).isEqualTo(.8);
    }

    @Test
    void hb20TakesATaskWithoutAModeForWork() {
        assertThat(decide(Given.dispatcher().due("care", null)).outcome()).isEqualTo(PulseOutcome.DISPATCH_RUNBOOK);
        assertThat(decide(Given.dispatcher().due("care", Mode.PULSE_ONLY)).rule())
                .isEqualTo("reminder_due");
    }

    @Test
    void startsWorkFromAStrengthOn() {
        assertThat(decide(Given.dispatcher().with(signal("a", Urgency.LOW, .71)))
                        .outcome())
                .isEqualTo(PulseOutcome.IDLE);
        assertThat(decide(Given.dispatcher().with(signal("a", Urgency.LOW, .72)))
                        .outcome())
                .isEqualTo(PulseOutcome.DISPATCH_TASK);
        assertThat(decide(Given.operator().with(signal("a", Urgency.LOW, .72))).outcome())
                .isEqualTo(PulseOutcome.SUGGESTION);
    }

    @Test
    void takesRemindersAlongInASuggestionAndNotInARunbook() {
        Given both = Given.dispatcher().due("work", Mode.DISPATCH).due("remind", Mode.PULSE_ONLY);
        Given operator = Given.operator().due("work", Mode.DISPATCH).due("remind", Mode.PULSE_ONLY);

        assertThat(decide(both).proactiveIds()).containsExactly("work");
        assertThat(decide(operator).proactiveIds()).containsExactly("work", "remind");
    }

    @Test
    void refersToASignalThatHasNoEvidence() {
        assertThat(new About(List.of(bare()), List.of(), List.of()).evidence()).containsExactly("signal:bare");
    }

    private static Signal bare() {
        Signal signal = signal("bare", Urgency.LOW, 0);
        return new Signal(
                signal.id(),
                signal.profileId(),
                null,
                signal.family(),
                signal.source(),
                signal.fingerprint(),
                signal.urgency(),
                0,
                signal.expiresAt(),
                List.of(),
                1,
                Given.NOW,
                Given.NOW,
                null,
                Map.of(),
                null,
                0);
    }

    @Test
    void answersTheSameForTheSame() {
        Given given = Given.dispatcher()
                .with(signal("a", Urgency.HIGH, .8))
                .point("c1")
                .limits(Limits.NONE);

        assertThat(decide(given)).isEqualTo(decide(given));
    }
}
