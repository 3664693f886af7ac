package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tacit.bench.AnnotatedTrace.Annotation;

class MiningScoreTest {

    private final MiningScore score = new MiningScore();

    @Test
    void countsPairsAndPlacesPerTrace() {
        score.add(Set.of(pair("a", "1"), pair("b", "2")), Set.of(pair("a", "1"), pair("a", "2"), pair("c", "3")));
        score.add(Set.of(pair("a", "1")), Set.of());

        assertThat(score.figures())
                .containsEntry("jointAccuracy", 0.25)
                .containsEntry("locationAccuracy", 0.5)
                .containsEntry("pairPrecision", 0.3333)
                .containsEntry("predictionsPerTrace", 1.5)
                .containsEntry("traces", 2);
    }

    @Test
    void weighsCategoriesByHowOftenTheyAreAnnotated() {
        score.add(Set.of(pair("a", "1"), pair("b", "2")), Set.of(pair("a", "9")));
        score.add(Set.of(pair("a", "1")), Set.of(pair("a", "1")));

        assertThat(score.figures()).containsEntry("categoryF1", 0.6667);
    }

    @Test
    void givesNothingForATraceWithoutAnnotations() {
        score.add(Set.of(), Set.of(pair("a", "1")));

        assertThat(score.figures())
                .containsAllEntriesOf(Map.of("jointAccuracy", 0.0, "locationAccuracy", 0.0, "pairPrecision", 0.0));
    }

    private static Annotation pair(String category, String span) {
        return new Annotation(category, span);
    }
}
