package tacit.surface.agents.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void showsChangedLinesWithTwoAround() {
        assertThat(TextDiff.of("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nD\ne\nf\n"))
                .containsExactly("  …", "  b", "  c", "- d", "+ D", "  e", "  f", "  …");
    }

    @Test
    void showsNothingWhereNothingChanges() {
        assertThat(TextDiff.of("a\r\nb", "a\nb")).isEmpty();
    }

    @Test
    void saysThatTextsAreTooLong() {
        assertThat(TextDiff.of("a\n".repeat(3_000), "b\n".repeat(3_000)))
                .singleElement()
                .asString()
                .contains("too long");
    }
}
