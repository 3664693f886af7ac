package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.evals.replay.Samples.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.evidence.redaction.PatternRedactor;

class AnswerJudgeTest {

    private static final String ANSWER = """
            {"decision":"ask","count":3,"share":0.50,"none":null,"yes":true,"a/b":{"~":1},
             "items":["read the file","write the file","send it"],
             "calls":[{"tool":"find","args":{"q":"x"}},{"tool":"pay"},{"tool":"find"}],
             "note":"Käse 🧀"}""";

    private final AnswerJudge judge = new AnswerJudge(new Wording(new PatternRedactor()));

    private Optional<String> judge(Kind kind, String path, String... expected) {
        return judge.judge(List.of(check(kind, path, expected)), ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "EQUALS; /decision; \"ask\"",
                "EQUALS; /count; 3.0",
                "EQUALS; /count; 0.3e1",
                "EQUALS; /share; 5e-1",
                "EQUALS; /none; null",
                "EQUALS; /yes; true",
                "EQUALS; /calls/0; {\"args\":{\"q\":\"x\"},\"tool\":\"find\"}",
                "EQUALS; /items/2; \"send it\"",
                "EQUALS; /a~1b/~0; 1",
                "ONE_OF; /decision; \"deny\"|\"ask\"",
                "ONE_OF; /count; 4|3.00",
                "CONTAINS; /note; Käse",
                "CONTAINS; /items; read|send",
                "CONTAINS; ``; tool|pay|Käse",
                "CONTAINS; /count; 3",
                "OMITS; /items; delete|drop",
                "OMITS; /none; x",
                "OMITS; ``; secret",
                "RANKS_WITHIN; /items; write|2",
                "RANKS_WITHIN; /calls; pay|9",
                "IN_ORDER; /items; read|send",
                "IN_ORDER; /calls; find|pay|find",
                "AT_MOST; /count; 3",
                "AT_MOST; /note; 6",
                "AT_MOST; /items; 3",
                "AT_LEAST; /share; 0.5",
                "AT_LEAST; /items; 3",
                "AT_LEAST; /note; 6"
            })
    void passesAnAnswerThatMeetsTheCheck(Kind kind, String path, String expected) {
        assertThat(judge(kind, path, expected.split("\\|"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "EQUALS; /decision; \"allow\"; it is another value, there stands \"ask\"",
                "EQUALS; /count; \"3\"; it is another value, there stands 3",
                "EQUALS; /calls/0; {\"tool\":\"find\"}; it is another value",
                "EQUALS; /items; [\"send it\",\"read the file\",\"write the file\"]; it is another value",
                "ONE_OF; /decision; \"deny\"|\"allow\"; it is none of them",
                "CONTAINS; /note; käse; 'käse' does not occur",
                "CONTAINS; /items; read|delete; 'delete' does not occur",
                "CONTAINS; /none; null; 'null' does not occur",
                "OMITS; /items; delete|send; 'send' occurs",
                "OMITS; ``; args; 'args' occurs",
                "RANKS_WITHIN; /items; send|2; 'send' comes in place 3",
                "RANKS_WITHIN; /items; delete|2; 'delete' does not occur",
                "RANKS_WITHIN; /note; Käse|2; it is no list",
                "IN_ORDER; /items; send|read; 'read' does not occur after the element in place 3",
                "IN_ORDER; /calls; find|find|find; 'find' does not occur after the element in place 3",
                "IN_ORDER; /items; delete; 'delete' does not occur, there",
                "IN_ORDER; /decision; ask; it is no list",
                "AT_MOST; /count; 2.9; it is more, there stands 3",
                "AT_MOST; /items; 2; it is more",
                "AT_MOST; /yes; 2; it is no number, text or list",
                "AT_LEAST; /note; 7; it is less",
                "AT_LEAST; /a~1b; 1; it is no number, text or list"
            })
    void failsAnAnswerThatDoesNotAndSaysWhatStoodThere(Kind kind, String path, String expected, String why) {
        assertThat(judge(kind, path, expected.split("\\|"))).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("Check 1, " + kind.name().toLowerCase(Locale.ROOT))
                .contains(why));
    }

    @ParameterizedTest
    @EnumSource
    void failsEveryKindOfCheckOfAValueThatIsMissing(Kind kind) {
        String[] expected = kind == Kind.RANKS_WITHIN ? new String[] {"1", "1"} : new String[] {"1"};

        assertThat(judge(kind, "/nowhere", expected))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("/nowhere").endsWith("nothing stands there"));
        assertThat(judge(kind, "/items/3", expected)).isPresent();
    }

    @Test
    void namesTheFirstCheckThatIsNotMet() {
        List<AnswerCheck> checks = List.of(
                check(Kind.EQUALS, "/decision", "\"ask\""),
                check(Kind.AT_MOST, "/items", "2"),
                check(Kind.OMITS, "", "decision"));

        assertThat(judge.judge(checks, ANSWER))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("Check 2, at_most /items 2: it is more"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"nothing", "{", "``", "1 2", "{} {}"})
    void failsAnAnswerThatIsNoJson(String answer) {
        assertThat(judge.judge(List.of(check(Kind.OMITS, "", "x")), answer)).contains("The answer is no JSON");
    }

    @Test
    void failsAnExceptionUnlessItIsAskedFor() {
        String thrown = "{\"thrown\":\"IllegalStateException: no key " + Samples.KEY + "\"}";

        assertThat(judge.judge(List.of(check(Kind.OMITS, "", "delete")), thrown))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("no answer but the exception IllegalStateException")
                        .doesNotContain(Samples.KEY));
        assertThat(judge.judge(List.of(check(Kind.CONTAINS, "/thrown", "IllegalState")), thrown))
                .isEmpty();
    }

    @Test
    void boundsWhatItQuotesAndShowsNoSecret() {
        String answer = "{\"text\":\"" + Samples.KEY + " " + "long ".repeat(10_000) + "\"}";

        Optional<String> reason = judge.judge(List.of(check(Kind.CONTAINS, "/text", "short")), answer);

        assertThat(reason).hasValueSatisfying(text -> assertThat(text)
                .hasSizeLessThan(400)
                .contains("[REDACTED")
                .doesNotContain(Samples.KEY));
    }

    @Test
    void comparesNumbersOfAnySize() {
        List<AnswerCheck> checks = List.of(check(Kind.EQUALS, "/n", "12345678901234567890.5"));

        assertThat(judge.judge(checks, "{\"n\":12345678901234567890.50}")).isEmpty();
        assertThat(judge.judge(checks, "{\"n\":12345678901234567890.51}")).isPresent();
        assertThat(judge.judge(List.of(check(Kind.AT_MOST, "/n", "1e9")), "{\"n\":1e999999999}"))
                .isPresent();
    }

    @Test
    void w23JudgesTheAnswerAloneAndNoFixedAnswerFails() {
        List<AnswerCheck> checks =
                List.of(check(Kind.OMITS, "/text", "tool_failure"), check(Kind.CONTAINS, "/text", "done"));

        assertThat(judge.judge(checks, "{\"text\":\"tool_failure\"}")).isPresent();
        assertThat(judge.judge(checks, "{\"text\":\"done\"}")).isEmpty();
        assertThat(Arrays.asList(1, 2, 3)).allSatisfy(time -> assertThat(judge.judge(checks, "{\"text\":\"done\"}"))
                .isEmpty());
    }
}
