package tacit.learn.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;

class WrittenRuleTest {

    @Test
    void readsARuleAboutEveryTool() {
        WrittenRule rule = WrittenRule.read("deny unseen_value write * - Nobody wrote this value");

        assertThat(rule.condition()).isEqualTo(GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE));
        assertThat(rule.effect()).isEqualTo(GuardEffect.DENY);
        assertThat(rule.sentence()).isEqualTo("Nobody wrote this value");
        assertThat(rule.id()).isEqualTo(GuardRule.idOf(rule.condition(), GuardEffect.DENY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel_order", "*", "-", "with blank", "ünder 100 %", "a+b"})
    void writesWhatItReads(String tool) {
        WrittenRule about = new WrittenRule(
                GuardCondition.of(GuardKind.REPEATED_CALL, ToolRole.READ, tool), GuardEffect.ASK, "Again?");
        WrittenRule missing =
                new WrittenRule(GuardCondition.missing(tool, ToolRole.WRITE, tool), GuardEffect.ASK, "Look first");

        assertThat(WrittenRule.read(about.line())).isEqualTo(about);
        assertThat(WrittenRule.read(missing.line())).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deny unseen_value write *|must be EFFECT KIND ROLE",
                "allow unseen_value write * - fine|would weaken",
                "deny unheard_of write * - no|no kind is 'unheard_of'",
                "deny unseen_value both * - no|no role is 'both'",
                "must unseen_value write * - no|no effect is 'must'",
                "deny missing_call write pay - no|'required'",
                "deny unseen_value write pay look no|'required'"
            })
    void saysWhatIsWrong(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenRule.read(line))
                .withMessageContaining(reason);
    }
}
