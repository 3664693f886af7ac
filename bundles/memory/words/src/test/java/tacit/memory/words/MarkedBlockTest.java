package tacit.memory.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedBlockTest {

    private static final MarkedBlock BLOCK = new MarkedBlock("<!-- begin -->", "<!-- end -->");

    @Test
    void findsWhatLiesBetweenTheMarks() {
        assertThat(BLOCK.inside("mine\n<!-- begin -->\na\nb\n<!-- end -->\nmore\n"))
                .contains("a\nb\n");
        assertThat(BLOCK.inside("<!-- begin -->\r\n<!-- end -->\r\n")).contains("");
    }

    @Test
    void findsNothingWithoutBothMarks() {
        assertThat(BLOCK.inside("a <!-- begin -->\n<!-- end -->\n")).isEmpty();
        assertThat(BLOCK.inside("<!-- end -->\n<!-- begin -->\n")).isEmpty();
        assertThat(BLOCK.inside("")).isEmpty();
    }

    @Test
    void keepsEveryCharacterOutside() {
        String text = "mine \t\r\n<!-- begin -->\r\nold\r\n<!-- end -->\r\n more";

        assertThat(BLOCK.with(text, List.of("new $1")))
                .isEqualTo("mine \t\r\n<!-- begin -->\r\nnew $1\r\n<!-- end -->\r\n more");
        assertThat(BLOCK.outside(text)).isEqualTo("mine \t\r\n\r\n more");
    }

    @Test
    void addsItsBlockBehindATextThatHasNone() {
        assertThat(BLOCK.with("", List.of("a"))).isEqualTo("<!-- begin -->\na\n<!-- end -->\n");
        assertThat(BLOCK.with("mine", List.of())).isEqualTo("mine\n\n<!-- begin -->\n<!-- end -->\n");
        assertThat(BLOCK.with("mine\n", List.of())).isEqualTo("mine\n\n<!-- begin -->\n<!-- end -->\n");
        assertThat(BLOCK.outside("mine")).isEqualTo("mine");
    }

    @Test
    void leavesTheLinesWhereTheyAreWhenItBlanksItsBlocks() {
        String text = "1\n<!-- begin -->\n3\n<!-- end -->\n5\n<!-- begin -->\n<!-- end -->\n8\n<!-- begin -->\n10";

        assertThat(BLOCK.blanked(text).split("\n", -1))
                .containsExactly("1", "", "", "", "5", "", "", "8", "<!-- begin -->", "10");
    }

    @Test
    void takesOutTheBlocksThatAreUnwanted() {
        String text = "1\n<!-- begin -->\na\n<!-- end -->\n2\n<!-- begin -->\nb\n<!-- end -->\n3\n<!-- begin -->\na";

        assertThat(BLOCK.all(text)).containsExactly("a\n", "b\n");
        assertThat(BLOCK.without(text, lines -> lines.contains("a")))
                .isEqualTo("1\n\n2\n<!-- begin -->\nb\n<!-- end -->\n3\n<!-- begin -->\na");
        assertThat(BLOCK.without(text, lines -> false)).isEqualTo(text);
    }
}
