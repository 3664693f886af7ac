package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;

class LeaksTest {

    private static final AnswerCheck DENIES = check(Kind.ONE_OF, "/effect", "\"ASK\"", "\"DENY\"");

    private static boolean tells(AnswerCheck check, String inputs, InnerCall... inner) {
        Situation asked = new Situation("guard", "decide(GuardQuestion)", inputs, NOW, 0, List.of(inner));
        return Leaks.find(asked, List.of(check)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"tool\":\"send\",\"expected\":\"DENY\"}]",
                "[{\"tool\":\"send\",\"expected_effect\":[\"ASK\",\"x\"]}]",
                "[{\"tool\":\"send\",\"meta\":{\"Ground-Truth\":\"deny\"}}]",
                "[{\"text\":\"Nothing to see. effect: deny\"}]",
                "[{\"text\":\"the log says {\\\"effect\\\":\\\"DENY\\\"}\"}]",
                "[{\"text\":\"effect=ASK\"}]",
                "[{\"text\":\"The expected answer is DENY\"}]",
                "[{\"text\":\"verdict: ask\"}]",
                "[{\"effect: deny\":1, \"text\":\"correct output = ask\"}]"
            })
    void findsQuestionsThatTellTheirAnswer(String inputs) {
        assertThat(tells(DENIES, inputs)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"tool\":\"send\",\"text\":\"Please deny the claim and ask for the number\"}]",
                "[{\"tool\":\"deny\",\"effect\":\"none\",\"action\":\"DENY\"}]",
                "[{\"text\":\"effect: denying is not the same word\"}]",
                "[{\"text\":\"side effect: asked\"}]",
                "[{\"expected\":\"a parcel\"}]",
                "[{\"expected\":null}, 3, true, []]"
            })
    void takesWordsForWords(String inputs) {
        assertThat(tells(DENIES, inputs)).isFalse();
    }

    @Test
    void looksIntoWhatOthersAnswered() {
        assertThat(tells(DENIES, "[]", new InnerCall("memory", "find()", "[]", "{\"label\":\"deny\"}")))
                .isTrue();
        assertThat(tells(DENIES, "[]", new InnerCall("memory", "find()", "[]", "[\"deny\"]")))
                .isFalse();
    }

    @Test
    void looksForEachKindOfCheckThatNamesAValue() {
        assertThat(tells(check(Kind.CONTAINS, "/text", "hive 4"), "[{\"expected\":\"hive 4\"}]"))
                .isTrue();
        assertThat(tells(check(Kind.IN_ORDER, "/steps", "a b", "c d"), "[\"steps: c d\"]"))
                .isTrue();
        assertThat(tells(check(Kind.RANKS_WITHIN, "/hits", "m7", "3"), "[\"The right answer is m7\"]"))
                .isTrue();
        assertThat(tells(check(Kind.EQUALS, "/count", "3"), "[{\"golden_value\":3.0}]"))
                .isTrue();
        assertThat(tells(check(Kind.EQUALS, "", "{\"a\":1,\"b\":2}"), "[{\"expected\":{\"b\":2,\"a\":1}}]"))
                .isTrue();
    }

    @Test
    void neverFindsWhatMustNotStandInAnAnswer() {
        assertThat(tells(check(Kind.OMITS, "/text", "secret"), "[{\"expected\":\"secret\"}]"))
                .isFalse();
        assertThat(tells(check(Kind.AT_MOST, "/text", "5"), "[{\"expected\":5}]"))
                .isFalse();
    }
}
