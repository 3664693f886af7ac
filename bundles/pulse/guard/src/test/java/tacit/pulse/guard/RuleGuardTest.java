package tacit.pulse.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.runtime.testkit.Configurations;

class RuleGuardTest {

    private static final String UNSEEN = "ask unseen_value write * - Nobody wrote this value";
    private static final String REPEATED = "deny repeated_call write * - It was done already";

    private static RuleGuard guard(String... rules) {
        return new RuleGuard(Configurations.of(RuleGuard.Config.class, Map.of("rules", String.join("\n", rules))));
    }

    private static ToolCall call(String tool, String name, Object value) {
        Map<String, @Nullable Object> arguments = new HashMap<>();
        arguments.put(name, value);
        return ToolCall.of(tool, arguments);
    }

    private static GuardAnswer answer(RuleGuard guard, ToolCall call, CallStep... before) {
        return guard.decide(new GuardQuestion(call, new CallHistory(List.of(before))));
    }

    @Test
    void allowsWhatNothingSpeaksAgainst() {
        GuardAnswer said = answer(
                guard(UNSEEN), call("cancel_order", "order_id", "W1234567"), CallStep.user("Please cancel W1234567"));

        assertThat(said).isEqualTo(GuardAnswer.allow());
    }

    @Test
    void asksByALearnedRuleAndNamesIt() {
        GuardAnswer said =
                answer(guard(UNSEEN), call("cancel_order", "order_id", "W7654321"), CallStep.user("Cancel my order"));

        assertThat(said.effect()).isEqualTo(GuardEffect.ASK);
        assertThat(said.reason()).isEqualTo("Nobody wrote this value");
        assertThat(said.ruleId()).startsWith("guard-");
    }

    @Test
    void givesTheStrictestAnswerInWhateverOrderRulesStand() {
        ToolCall again = call("cancel_order", "order_id", "W7654321");
        CallStep[] before = {CallStep.user("Cancel my order"), CallStep.result(again, "done")};

        assertThat(answer(guard(UNSEEN, REPEATED), again, before).effect()).isEqualTo(GuardEffect.DENY);
        assertThat(answer(guard(REPEATED, UNSEEN), again, before).effect()).isEqualTo(GuardEffect.DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "Bash, command, sudo rm -rf /, DENY",
        "run_shell, cmd, rm -rf ~, DENY",
        "Bash, command, ls -l, ALLOW",
        "delete_file, path, /etc, DENY",
        "Write, file_path, notes/plan.md, ALLOW"
    })
    void hardLimitsHoldWithoutAnyRule(String tool, String name, String value, GuardEffect effect) {
        assertThat(answer(guard(), call(tool, name, value)).effect()).isEqualTo(effect);
    }

    @Test
    void noRuleMakesAHardLimitMilder() {
        GuardAnswer said = answer(
                guard("ask unconfirmed write Bash - Ask first", UNSEEN), call("Bash", "command", "sudo rm -rf /"));

        assertThat(said.effect()).isEqualTo(GuardEffect.DENY);
        assertThat(said.ruleId()).startsWith("hard.");
    }

    @Test
    void readsTheWordsOfAListAsOneCommand() {
        assertThat(answer(guard(), call("exec", "argv", List.of("sudo", "rm", "-rf", "/")))
                        .effect())
                .isEqualTo(GuardEffect.DENY);
    }

    @Test
    void refusesARuleThatAlwaysAllows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guard("allow unseen_value write * - All is well"))
                .withMessageContaining("weaken");
        assertThatIllegalArgumentException().isThrownBy(() -> guard("nonsense")).withMessageContaining("EFFECT KIND");
    }

    @Test
    void answersTheSameQuestionInTheSameWay() {
        RuleGuard guard = guard(UNSEEN, REPEATED);
        ToolCall call = call("cancel_order", "order_id", "W7654321");

        assertThat(answer(guard, call)).isEqualTo(answer(guard(UNSEEN, REPEATED), call));
    }
}
