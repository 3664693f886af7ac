package tacit.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTakingTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";

    private final TextTaking taking = TextTaking.of(List.of(SECRET, "Zyxophone"));

    @Test
    void takesTheWordsAndLeavesTheRest() {
        assertThat(taking.in("She said: " + SECRET + ". So be it."))
                .startsWith("She said: [deleted sha256:")
                .endsWith("]. So be it.");
        assertThat(taking.in("A Zyxophone here")).startsWith("A [deleted").endsWith(" here");
        assertThat(taking.in("Nothing of it")).isEqualTo("Nothing of it");
    }

    @Test
    void takesATextThatHoldsAPieceAsAWhole() {
        String cut = "wants: violet GIRAFFE of Mombasa sings before…";

        assertThat(taking.in(cut)).isEqualTo(TextTombstones.instead(cut));
        assertThat(taking.in(taking.in(cut))).isEqualTo(TextTombstones.instead(cut));
    }

    @Test
    void takesOfPiecesNothingButPieces() {
        TextTaking pieces = TextTaking.ofPieces(List.of("Zyxophone", "likes green tea"));

        assertThat(pieces.in("A Zyxophone here")).isEqualTo("A Zyxophone here");
        assertThat(pieces.in("She likes green tea")).startsWith("[deleted sha256:");
    }

    @Test
    void takesEverythingButTombstones() {
        String gone = TextTombstones.instead("x");

        assertThat(TextTaking.ALL.in("Anything")).isEqualTo(TextTombstones.instead("Anything"));
        assertThat(TextTaking.ALL.in(gone)).isEqualTo(gone);
        assertThat(TextTaking.ALL.isEmpty()).isFalse();
        assertThat(TextTaking.of(List.of()).isEmpty()).isTrue();
        assertThat(TextTaking.of(List.of("abc")).isEmpty()).isTrue();
    }

    @Test
    void leavesJsonWhatItIs() {
        String json = "{\"kind\":\"Zyxophone\", \"list\":[\"a\\\"b\",\"" + SECRET + "\"],\"n\":1,\"s\":\"Zyxophone\"}";

        String left = taking.inJson(json, Set.of("kind"));

        String word = TextTombstones.instead("Zyxophone");
        assertThat(left)
                .isEqualTo("{\"kind\":\"Zyxophone\", \"list\":[\"a\\\"b\",\"" + TextTombstones.instead(SECRET)
                        + "\"],\"n\":1,\"s\":\"" + word + "\"}");
    }

    @Test
    void takesAPieceThatIsEscapedAndAKeyThatHoldsOne() {
        String json = "{\"the violet giraffe of mombasa sings\":\"\\\"violet\\ngiraffe of Mombasa sings before\\\" \"}";

        String left = taking.inJson(json);

        assertThat(left)
                .doesNotContainIgnoringCase("giraffe")
                .matches("\\{\"\\[deleted [^\"]+\":\"\\[deleted [^\"]+\"}");
    }

    @Test
    void takesFromWhatIsNoWholeJsonTextToo() {
        assertThat(taking.inJson("{\"a\":\"Zyxophone\",\"b\":\"cut"))
                .contains("[deleted")
                .endsWith("\"b\":\"cut");
        assertThat(taking.inJson("")).isEmpty();
        assertThat(TextTaking.ALL.inJson("{\"a\":{\"b\":\"c\"},\"d\":[true,null,\"\"]}"))
                .isEqualTo("{\"a\":{\"b\":\"" + TextTombstones.instead("c") + "\"},\"d\":[true,null,\"\"]}");
    }
}
