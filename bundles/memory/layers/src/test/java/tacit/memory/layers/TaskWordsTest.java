package tacit.memory.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tacit.memory.layers.Sample.curated;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ContextFragment;

class TaskWordsTest {

    private final ContextFragment ferry = curated("Takes the ferry to Lisbon");
    private final ContextFragment compiler = curated("Treats compiler warnings as errors");
    private final List<ContextFragment> both = List.of(ferry, compiler);

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "the and of", "Water the flowers"})
    void aTaskWithoutACommonWordTellsNothing(String task) {
        TaskWords words = new TaskWords(task, both);

        assertThat(words.tell()).isFalse();
        assertThat(words.fit(ferry)).isZero();
    }

    @Test
    void eachRareWordHalvesWhatIsMissing() {
        assertThat(new TaskWords("ferries", both).fit(ferry)).isCloseTo(0.5, within(1e-9));
        assertThat(new TaskWords("ferry, Lisbon", both).fit(ferry)).isCloseTo(0.75, within(1e-9));
        assertThat(new TaskWords("ferry, Lisbon", both).fit(compiler)).isZero();
    }

    @Test
    void aWordOfEveryFragmentHardlyTells() {
        List<ContextFragment> all = List.of(ferry, curated("Books the ferry early"), curated("Hates the ferry bar"));

        assertThat(new TaskWords("ferry Lisbon", all).fit(all.get(1))).isLessThan(0.25);
    }

    @Test
    void aLabelIsNoWordOfAFragment() {
        assertThat(new TaskWords("user preference", both).tell()).isFalse();
    }
}
