package tacit.learn.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.gate.Disagreement;
import tacit.api.gate.Disagreement.Change;
import tacit.api.gate.ShadowAnswer;

class ExactDisagreementTest {

    private final ExactDisagreement shadow = new ExactDisagreement();

    @ParameterizedTest
    @CsvSource({
        // Newcombe (1998), Table I: two-sided 95 % intervals by Clopper and Pearson
        "81, 263, 0.2527, 0.3676",
        "15, 148, 0.0578, 0.1617",
        "0, 20, 0.0000, 0.1684",
        "1, 29, 0.0009, 0.1776",
    })
    void answersThePublishedIntervals(int differing, int asked, double lower, double upper) {
        List<ShadowAnswer> answers = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            answers.add(answer(i, "allow", i < differing ? "deny" : "allow"));
        }

        Disagreement found = shadow.compare(answers);

        assertThat(found.share()).isEqualTo((double) differing / asked);
        assertThat(found.lower()).isCloseTo(lower, within(6e-5));
        assertThat(found.upper()).isCloseTo(upper, within(6e-5));
    }

    @Test
    void knowsNothingWithoutAnswers() {
        assertThat(shadow.compare(List.of())).isEqualTo(new Disagreement(0, 0, 0, 0, 1, List.of()));
        assertThat(shadow.compare(List.of()).share()).isZero();
    }

    @Test
    void countsNoSilenceAsAgreement() {
        Disagreement found = shadow.compare(
                List.of(answer(1, "allow", null), answer(2, "allow", "allow"), answer(3, "allow", "ask")));

        assertThat(found.answered()).isEqualTo(2);
        assertThat(found.unanswered()).isEqualTo(1);
        assertThat(found.share()).isEqualTo(0.5);
    }

    @Test
    void putsTheMostFrequentChangeFirstWithAnExample() {
        Disagreement found = shadow.compare(List.of(
                answer(1, "ask", "allow"),
                answer(2, "allow", "deny"),
                answer(3, "allow", "allow"),
                answer(4, "allow", "deny"),
                answer(5, "deny", "allow")));

        assertThat(found.changes())
                .containsExactly(
                        new Change("allow", "deny", 2, "q2"),
                        new Change("ask", "allow", 1, "q1"),
                        new Change("deny", "allow", 1, "q5"));
    }

    @Test
    void keepsABoundedNumberOfBoundedExamples() {
        List<ShadowAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(answer(i, "a".repeat(499) + "😀 " + i, "short " + i));
        }

        Disagreement found = shadow.compare(answers);

        assertThat(found.differing()).isEqualTo(50);
        assertThat(found.changes()).hasSize(ExactDisagreement.MOST_CHANGES);
        assertThat(found.changes().get(0).baseline()).isEqualTo("a".repeat(499) + "…");
        assertThat(found.changes().get(0).candidate()).isEqualTo("short 0");
    }

    @Test
    void tellsLongAnswersApartByWhatIsCutOff() {
        String same = "a".repeat(ExactDisagreement.LONGEST_TEXT);

        Disagreement found = shadow.compare(List.of(answer(1, same + "b", same + "c")));

        assertThat(found.differing()).isEqualTo(1);
    }

    @Test
    void refusesAQuestionThatWasCountedTwice() {
        assertThatThrownBy(() -> shadow.compare(List.of(answer(7, "allow", "ask"), answer(7, "allow", "allow"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answers must hold each question once, got 'q7' twice");
    }

    @Test
    void refusesAQuestionWithoutAName() {
        assertThatThrownBy(() -> new ShadowAnswer(" ", "allow", null)).hasMessage("questionId must not be blank");
    }

    private static ShadowAnswer answer(int question, String baseline, @Nullable String candidate) {
        return new ShadowAnswer("q" + question, baseline, candidate);
    }
}
