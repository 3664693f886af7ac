package tacit.learn.mine.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindModelTest {

    @Test
    void leavesThePriorWhereNothingWasLearned() {
        assertThat(new KindModel(0, Map.of()).probability(Set.of("a"), 0.3)).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void learnsWhichFeatureOperatorsConfirm() {
        KindModel model = TriageModel.train(Map.of("k", examples(40))).kinds().get("k");

        assertThat(model.probability(Set.of("bad"), 0.5)).isGreaterThan(0.6);
        assertThat(model.probability(Set.of("good"), 0.5)).isLessThan(0.4);
        assertThat(model.reasons(Set.of("bad", "good"), 3)).containsExactly("bad");
    }

    @Test
    void learnsTheSameEveryTime() {
        assertThat(TriageModel.train(Map.of("k", examples(10))))
                .isEqualTo(TriageModel.train(Map.of("k", examples(10))));
    }

    @Test
    void leavesAKindWithFewWordsToTheDetectors() {
        assertThat(TriageModel.train(Map.of("k", examples(2))).kinds()).isEmpty();
    }

    @Test
    void refusesAPriorThatAllowsNoDoubt() {
        assertThatThrownBy(() -> new Example(Set.of(), 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prior must be in (0, 1), got 1.0");
    }

    private static List<Example> examples(int ofEach) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            examples.add(new Example(Set.of("bad", "span" + i), 0.5, true));
            examples.add(new Example(Set.of("good", "span" + i), 0.5, false));
        }
        return examples;
    }
}
