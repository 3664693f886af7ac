package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.replay.Samples.check;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.evidence.redaction.PatternRedactor;

class CheckRulesTest {

    private final CheckRules rules = new CheckRules(new Wording(new PatternRedactor()));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "EQUALS; /a/0/b; {\"x\":[1,null]}",
                "EQUALS; ``; \"text\"",
                "ONE_OF; /a~0b~1c; 1|\"a\"|null",
                "CONTAINS; /a; b",
                "OMITS; /; b|c",
                "RANKS_WITHIN; /a; b|10",
                "IN_ORDER; /a; b|c|b",
                "AT_MOST; /a; -1.5e3",
                "AT_LEAST; /a; 0"
            })
    void takesWhatCanBeJudgedBy(Kind kind, String path, String expected) {
        List<AnswerCheck> checks = List.of(check(kind, path, expected.split("\\|")));

        assertThatCode(() -> rules.require(checks)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "CONTAINS; /a~; b; check 1: path must be empty or a JSON pointer such as /decision, with ~0 for ~ and ~1 for /, got '/a~'",
                "CONTAINS; /~2; b; check 1: path must be empty or a JSON pointer",
                "EQUALS; /a; allow; check 1: the value must be JSON, such as \"allow\" or 3, got 'allow'",
                "EQUALS; /a; {; the value must be JSON",
                "EQUALS; /a; 1 2; the value must be JSON",
                "ONE_OF; /a; 1|x; the value must be JSON, such as \"allow\" or 3, got 'x'",
                "ONE_OF; /a; ``; the value must be JSON",
                "CONTAINS; /a; ``; the value must not be empty",
                "OMITS; /a; ``; the value must not be empty",
                "IN_ORDER; /a; ``; the value must not be empty",
                "RANKS_WITHIN; /a; b|0; the value must be a number of places from 1 on, got '0'",
                "RANKS_WITHIN; /a; b|1.5; a number of places",
                "RANKS_WITHIN; /a; b|many; a number of places",
                "AT_MOST; /a; few; the value must be a number, got 'few'",
                "AT_LEAST; /a; ``; the value must be a number",
                "AT_LEAST; /a; NaN; the value must be a number"
            })
    void refusesWhatNobodyCouldJudgeBy(Kind kind, String path, String expected, String why) {
        List<AnswerCheck> checks = List.of(check(kind, path, expected.split("\\|")));

        assertThatThrownBy(() -> rules.require(checks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void namesTheCheckThatIsWrong() {
        assertThatThrownBy(() -> rules.require(List.of(Samples.ALLOWS, check(Kind.AT_MOST, "/a", "x"))))
                .hasMessageStartingWith("check 2: ");
    }

    @Test
    void refusesSecretsAndWhatIsTooLong() {
        assertThatThrownBy(() -> rules.require(List.of(check(Kind.OMITS, "", Samples.KEY))))
                .hasMessageContaining("must hold no secret")
                .hasMessageNotContaining(Samples.KEY);
        assertThatThrownBy(() -> rules.require(List.of(check(Kind.OMITS, "/" + Samples.KEY, "x"))))
                .hasMessageContaining("path must hold no secret");
        assertThatThrownBy(() -> rules.require(List.of(check(Kind.OMITS, "", "x".repeat(10_001)))))
                .hasMessageContaining("at most 10000 characters, got 10001");
        assertThatThrownBy(() -> rules.require(List.of(check(Kind.OMITS, "/" + "x".repeat(1_000), "x"))))
                .hasMessageContaining("path must be");
        assertThatThrownBy(() -> rules.require(Collections.nCopies(51, Samples.ALLOWS)))
                .hasMessageContaining("checks must be 1 to 50, got 51");
        assertThatThrownBy(() -> rules.require(List.of())).hasMessageContaining("got 0");
    }
}
