package tacit.memory.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A \"push back very early\" B",
                "A „push back very early“ B",
                "A «push back very early» B",
                "A `push back very early` B",
                "A 'push back very early' B",
                "A ‘push back very early’ B"
            })
    void blanksQuotationsAndMovesNothing(String text) {
        String plain = Quotations.blanked(text);

        assertThat(plain).hasSameSizeAs(text).startsWith("A ").endsWith(" B").doesNotContain("push");
    }

    @Test
    void keepsATermInMarks() {
        assertThat(Quotations.blanked("Call me \"Ben\" now")).contains("Ben").doesNotContain("\"");
    }

    @Test
    void keepsApostrophes() {
        assertThat(Quotations.blanked("I don’t like what they're at, it's mine"))
                .isEqualTo("I don't like what they're at, it's mine");
    }
}
