package tacit.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTombstonesTest {

    @Test
    void findsATextAsItIsAndWithinJson() {
        TextTombstones words = TextTombstones.of(List.of("a \"b\"\nä"));

        assertThat(words.in("say a \"b\"\nä."))
                .startsWith("say [deleted sha256:")
                .endsWith("].");
        assertThat(words.in("{\"t\":\"a \\\"b\\\"\\nä\"}")).doesNotContain("ä");
        assertThat(words.in("{\"t\":\"a \\\"b\\\"\\n\\u00e4\"}")).doesNotContain("u00e4");
    }

    @Test
    void passesShortTextsOver() {
        assertThat(TextTombstones.of(List.of("yes")).isEmpty()).isTrue();
    }

    @Test
    void leavesATombstoneAsItIs() {
        String tombstone = TextTombstones.instead("text");

        assertThat(TextTombstones.instead(tombstone)).isEqualTo(tombstone);
    }

    @Test
    void tellsWhetherATextHadOthersTakenOut() {
        assertThat(TextTombstones.areIn("[\"" + TextTombstones.instead("text") + "\"]"))
                .isTrue();
        assertThat(TextTombstones.areIn("deleted")).isFalse();
    }
}
