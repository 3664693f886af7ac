package tacit.memory.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @Test
    void writesALetterInOneWay() {
        assertThat(SearchWords.of("Café CAFE\u0301 ｃａｆé ﬁle")).containsExactly("café", "café", "café", "file");
    }

    @Test
    void keepsWordsOfEveryAlphabet() {
        assertThat(SearchWords.of("Привет, Straße! नमस्ते naïve"))
                .containsExactly("привет", "straße", "नमस्ते", "naïve");
    }

    @Test
    void pairsTheLettersOfTextWithoutBlanks() {
        assertThat(SearchWords.of("東京都 v2 水")).containsExactly("東京", "京都", "v2", "水");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "--- ___", "a I", "\u0000\ud800"})
    void findsNothingWhereNothingIs(String text) {
        assertThat(SearchWords.of(text)).isEmpty();
    }

    @Test
    void requiresEachWordOnceAndNoMoreThanAskedFor() {
        assertThat(SearchWords.required("hens hens eggs barn", 2)).containsExactly("hens", "eggs");
    }

    @Test
    void embedsTextWithoutWordsAsNothing() {
        assertThat(HashedVector.of("the a of")).containsOnly(0f);
        assertThat(HashedVector.cosine(HashedVector.of(""), HashedVector.of("hens")))
                .isZero();
    }

    @Test
    void countsTheWordsOfAQuestionThatATextHolds() {
        assertThat(Overlap.words("Deploy_service the API v2 deploy")).containsExactly("deploy", "service", "api");
        assertThat(Overlap.count("deploy the api to production", 16, "API deploy notes"))
                .isEqualTo(2);
        assertThat(Overlap.count("deploy the api", 1, "API notes")).isZero();
    }
}
