package tacit.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRunsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings \"Traviata\" before every breakfast";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the VIOLET giraffe of mombasa sings traviata",
                "- [x] giraffe of Mombasa sings Traviata before every…",
                "{\"text\":\"violet giraffe of Mombasa sings \\\"Traviata\\\" before\"}",
                "{\"inner\":\"{\\\"t\\\":\\\"giraffe of Mombasa sings\\\\nTraviata before\\\"}\"}",
                "> giraffe_of_Mombasa\n> sings, Traviata; before"
            })
    void findsAPieceHoweverItIsWritten(String text) {
        assertThat(TextRuns.of(List.of(SECRET)).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "giraffe of Mombasa sings Traviata", "sings before every breakfast", "violet of giraffe"})
    void passesOverFewerWordsThanARun(String text) {
        assertThat(TextRuns.of(List.of(SECRET)).isIn(text)).isFalse();
    }

    @Test
    void findsAShortTextAsAWholeAndNotOneOfTwoWords() {
        TextRuns runs = TextRuns.of(List.of("Likes green tea", "Uses Java"));

        assertThat(runs.isIn("She likes Green tea.")).isTrue();
        assertThat(runs.isIn("She likes tea, green")).isFalse();
        assertThat(runs.isIn("He uses Java")).isFalse();
        assertThat(TextRuns.of(List.of("Uses Java")).isEmpty()).isTrue();
    }

    @Test
    void readsLettersThatAreWrittenAsNumbers() {
        assertThat(TextRuns.of(List.of("K\u00e4se schmeckt immer")).isIn("\"K\\u00e4se schmeckt immer\""))
                .isTrue();
    }
}
