package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.rank.Hits.values;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.recall.RankRequest;

final class FeaturesTest {

    private final Hits talk = new Hits()
            .say("2026-03-01", "Ines", "What did you do at the lake, Tom?")
            .say("2026-03-01", "Tom", "I caught three trout there yesterday, because the water was still.")
            .say("2026-03-01", "Ines", "Lovely!")
            .say("2026-03-09", "Tom", "We are reading \"The Glass Harbour\" in Porto for two weeks.");

    @Test
    void measuresHowMuchOfTheQuestionIsThere() {
        RankRequest request = talk.ask("Where did Tom catch trout at the lake?");

        assertThat(values("words.turn", request)).containsExactly(1 / 3.0, 2 / 3.0, 0.0, 0.0);
        assertThat(values("words.window", request)).containsExactly(1.0, 1.0, 2 / 3.0, 0.0);
        assertThat(values("words.wide", request)).containsExactly(1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void measuresWordsThatStandTogether() {
        assertThat(values("words.pairs", talk.ask("the still water at night"))).containsExactly(0.0, 0.5, 0.0, 0.0);
    }

    @Test
    void prefersTheOneWhoIsNamed() {
        RankRequest request = talk.ask("What does Tom read?");

        assertThat(values("speaker.named", request)).containsExactly(0.0, 1.0, 0.0, 1.0);
        assertThat(values("speaker.other", request)).containsExactly(1.0, 0.0, 1.0, 0.0);
        assertThat(values("speaker.own", request)).containsExactly(0.0, 1.0, 0.0, 1.0);
    }

    @Test
    void prefersNobodyWhenNobodyIsNamed() {
        assertThat(values("speaker.other", talk.ask("Who went to the lake?"))).containsOnly(0.0);
    }

    @Test
    void seesNamesThatAreSharedOrMissing() {
        RankRequest request = talk.ask("When was Tom in Porto?");

        assertThat(values("names.shared", request)).containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(values("names.missing", request)).containsExactly(1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void seesAnotherNameWhereAPlaceIsAsked() {
        assertThat(values("names.asked", talk.ask("Where is Tom?"))).containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(values("names.asked", talk.ask("Is Tom well?"))).containsOnly(0.0);
    }

    @Test
    void seesTheDayOnWhichItWasSaid() {
        assertThat(values("date.said", talk.ask("What did Tom do on 9 March 2026?")))
                .containsExactly(0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void resolvesWhatWasSaidAgainstItsDay() {
        RankRequest request = talk.ask("What did Tom do on 28 February 2026?");

        assertThat(values("date.told", request)).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(values("date.near", request).get(1))
                .isGreaterThan(values("date.near", request).get(3));
    }

    @Test
    void seesWhatKindOfAnswerIsAsked() {
        assertThat(values("time.asked", talk.ask("When did Tom fish?"))).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(values("span.asked", talk.ask("How long does Tom stay?"))).containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(values("number.asked", talk.ask("How many fish?")).get(1)).isEqualTo(1);
        assertThat(values("title.asked", talk.ask("Which book does Tom read?"))).containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(values("reason.asked", talk.ask("Why did it go well?"))).containsExactly(0.0, 1.0, 0.0, 0.0);
    }

    @Test
    void seesAQuoteOfTheQuestion() {
        assertThat(values("quote.shared", talk.ask("Who likes \"the glass harbour\"?")))
                .containsExactly(0.0, 0.0, 0.0, 1.0);
    }

    @Test
    void seesAnAnswerBehindAQuestion() {
        RankRequest request = talk.ask("Did Tom do anything at the lake?");

        assertThat(values("answer.form", request)).containsExactly(0.0, 1.0, 0.0, 0.0);
        assertThat(values("answer.words", request).get(1)).isGreaterThan(0);
        assertThat(values("asks", request)).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void seesWhatStandsBesideAMatch() {
        assertThat(values("beside.words", talk.ask("trout"))).containsExactly(1.0, 0.0, 1.0, 0.0);
    }

    @Test
    void measuresSignalsAmongTheOthers() {
        Hits signalled = new Hits()
                .say("2026-03-01", "A", "one", Map.of("bm25.text", 4.0, "cosine.e5.text", 0.9))
                .say("2026-03-01", "A", "two", Map.of("bm25.text", 1.0, "cosine.e5.text", 0.7))
                .say("2026-03-01", "A", "three");

        assertThat(values("bm25.turn", signalled.ask("one"))).containsExactly(1.0, 0.25, 0.0);
        assertThat(values("meaning.e5.text", signalled.ask("one")).get(0)).isGreaterThan(0.99);
        assertThat(values("meaning.e5.text", signalled.ask("one")).get(2)).isZero();
    }

    @Test
    void measuresNothingOfNothing() {
        assertThat(Features.measured(new Hits().ask("anything", 1))).isEmpty();
    }

    @Test
    void namesEachFeatureOnce() {
        assertThat(Features.names()).doesNotHaveDuplicates();
    }

    @Test
    void readsJapaneseByPairs() {
        Hits japanese = new Hits()
                .say(
                        "2026-03-01",
                        "A",
                        "\u6628\u65e5\u306f\u6771\u4eac\u30bf\u30ef\u30fc\u306b\u767b\u308a\u307e\u3057\u305f")
                .say("2026-03-01", "A", "\u732b\u304c\u597d\u304d");

        List<Double> values = values("words.turn", japanese.ask("\u6771\u4eac\u30bf\u30ef\u30fc"));
        assertThat(values.get(0)).isEqualTo(1);
        assertThat(values.get(1)).isZero();
    }
}
