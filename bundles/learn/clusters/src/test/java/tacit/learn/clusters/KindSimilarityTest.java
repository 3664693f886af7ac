package tacit.learn.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureClass;
import tacit.api.learn.Signature;

class KindSimilarityTest {

    private final KindSimilarity similarity = new KindSimilarity();

    @Test
    void isOneForTheSame() {
        assertThat(similarity.of(kind("a", "no field <text>"), kind("a", "no field <text>")))
                .isEqualTo(1);
    }

    @Test
    void isSymmetric() {
        Kind left = kind("a", "Request failed: no field <text>");
        Kind right = kind("b", "no field <text> in record <n>");

        assertThat(similarity.of(left, right)).isEqualTo(similarity.of(right, left));
    }

    @Test
    void isLessForAnotherTool() {
        assertThat(similarity.of(kind("a", "no field <text>"), kind("b", "no field <text>")))
                .isLessThan(1);
    }

    @Test
    void isZeroForAnotherCategory() {
        Kind other = new Kind(FailureClass.AGENT, new Signature("execute_tool", "a", "timeout", "no", "last"));

        assertThat(similarity.of(kind("a", "no"), other)).isZero();
    }

    @Test
    void weighsTheCauseMoreThanItsContext() {
        Kind head = kind("a", "Cannot run step: no field <text>");

        assertThat(similarity.of(head, kind("a", "While it was busy: no field <text>")))
                .isGreaterThan(similarity.of(head, kind("a", "Cannot run step: nobody answered")));
    }

    @Test
    void takesTemplatesWithoutWordsAsAlikeOnlyWhenBothHaveNone() {
        assertThat(similarity.of(kind("a", ""), kind("a", ""))).isEqualTo(1);
        assertThat(similarity.of(kind("a", ""), kind("a", "no field"))).isZero();
    }

    private static Kind kind(String tool, String template) {
        return new Kind(FailureClass.AGENT, new Signature("execute_tool", tool, "tool_error", template, "middle"));
    }
}
