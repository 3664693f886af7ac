package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.recall.RankedHit;
import tacit.api.recall.RankedHit.Reason;

final class FeatureRankerTest {

    private static final Weights WORDS =
            new Weights("test", new TreeMap<>(Map.of("words.turn", 2.0, "speaker.other", -1.0)));

    private final Hits talk = new Hits()
            .say("2026-03-01", "Ines", "My red kite tore")
            .say("2026-03-01", "Tom", "Your red kite, again?")
            .say("2026-03-02", "Tom", "I fly a kite");

    @Test
    void putsTheBestFirstAndSaysWhy() {
        List<RankedHit> ranked = new FeatureRanker(WORDS, 0, 8).rank(talk.ask("Ines' red kite"));

        assertThat(ranked).extracting(RankedHit::id).containsExactly("1", "2", "3");
        assertThat(ranked.get(0).reasons()).containsExactly(new Reason("words.turn", 1, 2));
        assertThat(ranked.get(1).reasons())
                .containsExactly(new Reason("words.turn", 1, 2), new Reason("speaker.other", 1, -1));
    }

    @Test
    void addsUpItsReasons() {
        for (RankedHit hit :
                new FeatureRanker(Weights.shipped(), 0.5, 100).rank(talk.ask("When did the red kite tear?"))) {
            assertThat(hit.reasons().stream().mapToDouble(Reason::share).sum()).isCloseTo(hit.score(), within());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    @Test
    void answersAsManyAsAreWanted() {
        assertThat(new FeatureRanker(WORDS, 0.5, 8).rank(talk.ask("kite", 2))).hasSize(2);
        assertThat(new FeatureRanker(WORDS, 0, 8).rank(talk.ask("kite", 2))).hasSize(2);
    }

    @Test
    void answersTheSameToTheSame() {
        FeatureRanker ranker = new FeatureRanker(Weights.shipped(), 0.5, 8);

        assertThat(ranker.rank(talk.ask("Who flies?"))).isEqualTo(ranker.rank(talk.ask("Who flies?")));
    }

    @Test
    void putsAsideWhatRepeatsABetterOne() {
        Hits echo = new Hits()
                .say("2026-03-01", "Tom", "the blue boat sank")
                .say("2026-03-02", "Tom", "the blue boat sank")
                .say("2026-03-03", "Tom", "a blue boat of mine");

        assertThat(new FeatureRanker(WORDS, 1, 8).rank(echo.ask("blue boat")))
                .extracting(RankedHit::id)
                .containsExactly("1", "3", "2");
        assertThat(new FeatureRanker(WORDS, 0, 8).rank(echo.ask("blue boat")))
                .extracting(RankedHit::id)
                .containsExactly("1", "2", "3");
    }

    @Test
    void saysThatAHitRepeatsAnother() {
        Hits echo = new Hits().say("2026-03-01", "Tom", "blue boat").say("2026-03-02", "Tom", "blue boat");

        assertThat(new FeatureRanker(WORDS, 0.5, 8)
                        .rank(echo.ask("boat"))
                        .get(1)
                        .reasons())
                .contains(new Reason("repeats", 1, -0.5));
    }

    @Test
    void tellsTheWeightiestReasonsOnly() {
        assertThat(new FeatureRanker(Weights.shipped(), 0, 2).rank(talk.ask("red kite")))
                .allSatisfy(hit -> assertThat(hit.reasons()).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void ranksNothingAmongNothing() {
        assertThat(new FeatureRanker(WORDS, 0.5, 8).rank(new Hits().ask("kite", 3)))
                .isEmpty();
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new FeatureRanker(WORDS, 0.5, 0)).hasMessageContaining("reasons must be at least 1");
        assertThatThrownBy(() -> new FeatureRanker(WORDS, 11, 8)).hasMessageContaining("repeated must be in [0, 10]");
        assertThatThrownBy(() -> new FeatureRanker(WORDS, Double.NaN, 8)).hasMessageContaining("repeated");
    }
}
