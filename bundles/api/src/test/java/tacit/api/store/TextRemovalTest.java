package tacit.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRemovalTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"The violet giraffe of Mombasa sings before every breakfast\"]",
                "> VIOLET giraffe of Mombasa sings before",
                "{\"befor\":1,\"breakfast\":2,\"giraff\":3,\"mombasa\":4,\"violet\":5}"
            })
    void isInWhatHoldsATextOrMostOfIt(String text) {
        assertThat(TextRemoval.of(List.of(SECRET)).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[\"a giraffe\"]", "breakfast is before lunch"})
    void isNotInOtherTexts(String text) {
        assertThat(TextRemoval.of(List.of(SECRET)).isIn(text)).isFalse();
    }

    @Test
    void replacesWordsAndSpoilsNothingByThemselves() {
        TextRemoval removal = TextRemoval.of(List.of("Käse"));

        assertThat(removal.in("[\"Käse\"]")).startsWith("[\"[deleted sha256:");
        assertThat(removal.spoils("[\"Käse\"]")).isFalse();
        assertThat(removal.isIn("[\"Käse\"]")).isTrue();
    }

    @Test
    void findsNamesBetweenQuotesOnly() {
        TextRemoval removal = TextRemoval.of(Set.of("u1"), List.of());

        assertThat(removal.spoils("{\"user\":\"u1\"}")).isTrue();
        assertThat(removal.spoils("[\"{\\\"user\\\":\\\"u1\\\"}\"]")).isTrue();
        assertThat(removal.spoils("{\"user\":\"u11\"}")).isFalse();
    }

    @Test
    void ofPiecesLeavesSingleWordsAlone() {
        TextRemoval pieces = TextRemoval.ofPieces(List.of("tea", SECRET));

        assertThat(pieces.isIn("likes tea")).isFalse();
        assertThat(pieces.isIn("{\"befor\":1,\"breakfast\":2,\"giraff\":3,\"mombasa\":4}"))
                .isFalse();
        assertThat(pieces.isIn("so the violet giraffe of mombasa sings")).isTrue();
    }

    @Test
    void isEmptyWhereThereIsNothingToLookFor() {
        assertThat(TextRemoval.of(List.of()).isEmpty()).isTrue();
        assertThat(TextRemoval.ofPieces(List.of("tea")).isEmpty()).isTrue();
        assertThat(TextRemoval.of(Set.of("u1"), List.of()).isEmpty()).isFalse();
    }
}
