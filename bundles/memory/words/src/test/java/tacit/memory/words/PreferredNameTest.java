package tacit.memory.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call me Nora, please. | Nora",
                "By the way, my name is Ana María and I like tea | Ana María",
                "You can call me O'Brien! | O'Brien",
                "I go by Jean-Luc from Lyon | Jean-Luc",
                "Hi, I'm Ben. | Ben",
                "i am Nora | Nora",
                "my name is Ægir | Ægir"
            })
    void findsAName(String message, String name) {
        assertThat(PreferredName.in(message)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my name is authenticated",
                "I'm building a website",
                "I am in a hurry",
                "I'm ready",
                "The report is late. I am sure that you know.",
                "call me",
                "call me when the build is done",
                "Hello there",
                ""
            })
    void takesNothingElseForAName(String message) {
        assertThat(PreferredName.in(message)).isEmpty();
    }

    @Test
    void takesTheNameThatIsOne() {
        assertThat(PreferredName.in("My name is now, but call me Ida.")).contains("Ida");
    }
}
