package tacit.api.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardRuleTest {

    private static final GuardEvidence EVIDENCE =
            new GuardEvidence(5, 7, 0.9, 0.4, 0.01, 2, 1.5, List.of("run-1", "run-2"));
    private static final GuardCondition UNSEEN = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE);

    @Test
    void keepsItsIdWhenItIsMinedAgainFromOtherRuns() {
        GuardEvidence more = new GuardEvidence(9, 9, 0.8, 0.4, 0.2, 0, null, List.of());

        assertThat(GuardRule.of(UNSEEN, GuardEffect.ASK, "Ask", more).id())
                .isEqualTo(GuardRule.of(UNSEEN, GuardEffect.ASK, "Please ask", EVIDENCE)
                        .id());
    }

    @Test
    void hasAnotherIdForAnotherConditionOrEffect() {
        GuardCondition narrow = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE, "send");

        assertThat(List.of(
                        rule(UNSEEN, GuardEffect.ASK).id(),
                        rule(UNSEEN, GuardEffect.DENY).id(),
                        rule(narrow, GuardEffect.ASK).id(),
                        rule(GuardCondition.missing("find", ToolRole.WRITE, "send"), GuardEffect.ASK)
                                .id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void neverAllows() {
        assertThatThrownBy(() -> rule(UNSEEN, GuardEffect.ALLOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("effect must be ASK or DENY, got ALLOW");
    }

    @Test
    void refusesAnIdOfAnotherRule() {
        assertThatThrownBy(() -> new GuardRule("guard-1", UNSEEN, GuardEffect.ASK, "Ask", EVIDENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("guard-1");
    }

    @Test
    void saysWhichConditionsNameNoTool() {
        assertThat(UNSEEN.generic()).isTrue();
        assertThat(GuardCondition.of(GuardKind.REPEATED_CALL, ToolRole.READ, "find")
                        .generic())
                .isFalse();
        assertThat(GuardCondition.missing("find", ToolRole.WRITE, "send").generic())
                .isFalse();
    }

    @Test
    void needsTheNameOfACallThatIsMissing() {
        assertThatThrownBy(() -> GuardCondition.of(GuardKind.MISSING_CALL, ToolRole.WRITE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksAboutEachCallWithWhatStoodBeforeIt() {
        ToolCall find = ToolCall.of("find", Map.of("name", "Ada"));
        ToolCall send = ToolCall.of("send", Map.of());
        List<CallStep> steps = new ArrayList<>(List.of(
                CallStep.user("Find Ada"),
                CallStep.result(find, "7"),
                CallStep.agent("Send?"),
                CallStep.result(send, "")));
        CallHistory history = new CallHistory(steps);
        steps.clear();

        assertThat(history.questions())
                .containsExactly(
                        new GuardQuestion(find, new CallHistory(history.steps().subList(0, 1))),
                        new GuardQuestion(send, new CallHistory(history.steps().subList(0, 3))));
    }

    @Test
    void refusesAResultWithoutItsCall() {
        assertThatThrownBy(() -> new CallStep(CallStep.Speaker.TOOL, "7", null, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAnswerThatStopsACallWithoutARule() {
        assertThatThrownBy(() -> new GuardAnswer(GuardEffect.DENY, "No", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ruleId must be given for DENY");
        assertThat(GuardAnswer.allow().effect()).isEqualTo(GuardEffect.ALLOW);
    }

    @Test
    void refusesSharesOutsideTheirRange() {
        assertThatThrownBy(() -> new GuardEvidence(1, 1, 1.2, 0.4, 0.01, 0, null, List.of()))
                .hasMessage("precision must be in [0, 1], got 1.2");
        assertThatThrownBy(() -> new GuardEvidence(2, 1, 1, 0.4, 0.01, 0, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static GuardRule rule(GuardCondition condition, GuardEffect effect) {
        return GuardRule.of(condition, effect, "A sentence", EVIDENCE);
    }
}
