package tacit.memory.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final String LONG = "a ".repeat(300) + "the Copper Bay ferry leaves " + "b ".repeat(300);

    @Test
    void leavesAShortTextWhole() {
        assertThat(Excerpt.of(" Two\n words ", "words", 20)).isEqualTo("Two words");
    }

    @Test
    void showsThePartWithTheQuestion() {
        String part = Excerpt.of(LONG, "copper  bay", 60);

        assertThat(part)
                .contains("Copper Bay")
                .startsWith("\u2026")
                .endsWith("\u2026")
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void showsThePartWithAWordOfTheQuestion() {
        assertThat(Excerpt.of(LONG, "When does the ferry sail?", 60)).contains("ferry");
    }

    @Test
    void showsTheBeginOfATextThatSaysNothingOfIt() {
        assertThat(Excerpt.of(LONG, "zebra", 20)).startsWith("a a").hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void neverCutsALetterInTwo() {
        for (int longest = 10; longest < 30; longest++) {
            String part = Excerpt.of("\uD83D\uDE00".repeat(100), "x", longest);

            assertThat(part.codePoints().filter(letter -> letter != 0x2026)).allMatch(letter -> letter == 0x1F600);
        }
    }
}
