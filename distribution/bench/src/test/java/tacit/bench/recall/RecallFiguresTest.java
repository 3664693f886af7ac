package tacit.bench.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RecallFiguresTest {

    private static Answered answered(int category, List<String> evidence, List<String> ids, long millis) {
        return new Answered("d", new LabelledQuestion("q?", category, evidence), ids, millis * 1_000_000);
    }

    private final List<Answered> all = List.of(
            answered(1, List.of("a", "b"), List.of("a", "x", "y", "z", "w", "b"), 10),
            answered(2, List.of("c"), List.of("x"), 30));

    @Test
    void averagesTheShareOfEvidenceThatIsFound() {
        assertThat(RecallFigures.recallAt(all)).isEqualTo(Map.of("5", 25.0, "10", 50.0, "25", 50.0, "50", 50.0));
    }

    @Test
    void keepsCategoriesApart() {
        assertThat(RecallFigures.byCategory(all)).containsOnlyKeys("1", "2");
        assertThat(RecallFigures.byCategory(all).get("2")).asString().contains("questions=1", "50=0.0");
    }

    @Test
    void takesTheTimeThatSoManyStayUnder() {
        assertThat(RecallFigures.milliseconds(all)).isEqualTo(Map.of("p50", 10.0, "p95", 30.0, "p99", 30.0));
    }

    @Test
    void writesThePlacesOfTheEvidence() {
        assertThat(RecallFigures.line(all.get(0))).containsEntry("ranks", List.of(1, 6));
        assertThat(RecallFigures.line(all.get(1))).containsEntry("ranks", List.of(0));
    }
}
