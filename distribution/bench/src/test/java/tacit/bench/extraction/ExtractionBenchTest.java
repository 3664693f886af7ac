package tacit.bench.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExtractionBenchTest {

    @Test
    void hasEnoughSentencesOfEachLanguageAndHalfOfThemHeldOut() throws Exception {
        List<LabelledSentence> sentences = LabelledSentence.all();

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(300);
        assertThat(sentences.stream().collect(Collectors.groupingBy(LabelledSentence::language)))
                .hasSize(4)
                .allSatisfy((language, half) -> assertThat(half).hasSizeGreaterThanOrEqualTo(75));
        assertThat(sentences.stream()
                        .filter(sentence -> sentence.set().equals("held-out"))
                        .count())
                .isGreaterThanOrEqualTo(150);
    }

    @Test
    void readsWhatTheDescribedSystemCannot() throws Exception {
        Map<String, Object> figures = new ExtractionBench().run(List.of());

        assertThat(f1(figures, "tacit")).isGreaterThan(0.9).isGreaterThan(f1(figures, "reference"));
        assertThat(f1(figures, "reference")).isGreaterThan(f1(figures, "awareness"));
    }

    @Test
    void countsWhatWasFoundInventedAndMissed() {
        Label tea = new Label("preference", "user", false, "green tea", null);
        Label coffee = new Label("preference", "user", true, "coffee", null);
        Score score = new Score();

        Score.count(
                List.of(tea, coffee),
                List.of(tea, new Label("bio", "user", false, "Rome", null)),
                score,
                new TreeMap<>());

        assertThat(score.figures()).containsEntry("precision", 0.5).containsEntry("recall", 0.5);
        assertThat(score.isPerfect()).isFalse();
    }

    @Test
    void tellsWhatWasLikedFromWhatWasNot() {
        Label liked = new Label("preference", "user", false, "the coffee", null);

        assertThat(liked.means(new Label("preference", "user", false, "coffee", null)))
                .isTrue();
        assertThat(liked.means(new Label("preference", "user", true, "coffee", null)))
                .isFalse();
        assertThat(liked.means(new Label("preference", "Anna", false, "coffee", null)))
                .isFalse();
        assertThat(liked.means(new Label("preference", "user", false, "tea", null)))
                .isFalse();
    }

    @Test
    void refusesALineThatIsNone() {
        assertThatThrownBy(() -> LabelledSentence.of("en", "dev | nothing more"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LabelledSentence.of("en", "dev | I see | what"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double f1(Map<String, Object> figures, String extractor) {
        return (double) ((Map<?, ?>) ((Map<?, ?>) figures.get("held-out")).get(extractor)).get("f1");
    }
}
