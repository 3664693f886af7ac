package tacit.learn.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoedWordsTest {

    private final EchoedWords words = new EchoedWords(20_000, 3);

    @ParameterizedTest
    @CsvSource({
        "object not found: BIRTH_DATE, SELECT birth_date FROM patient, object not found: <text>",
        "No such file: notes/a-1.txt, read notes/a-1.txt, No such file: <text>",
        "not grouped: MAIN.PATIENT.HOME_TOWN, SELECT HOME_TOWN FROM PATIENT, not grouped: <text>",
        "no method orderById., call orderById now, no method <text>.",
    })
    void masksNamesThatTheCallHeld(String message, String input, String expected) {
        assertThat(words.mask(message, input)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "object not found: SPECIALTY, SELECT 1",
        "value is not found, SELECT value WHERE NOT found",
        "Table is gone, drop table",
    })
    void keepsNamesThatItDidNotHoldAndPlainWords(String message, String input) {
        assertThat(words.mask(message, input)).isEqualTo(message);
    }

    @Test
    void keepsEverythingWhenTheCallIsNotKnown() {
        assertThat(words.mask("object not found: A_B", null)).isEqualTo("object not found: A_B");
    }

    @Test
    void readsOfTheCallAsMuchAsItIsTold() {
        assertThat(new EchoedWords(7, 3).mask("not found: A_B", "SELECT a_b")).isEqualTo("not found: A_B");
        assertThat(new EchoedWords(10, 3).mask("not found: A_B", "SELECT a_b")).isEqualTo("not found: <text>");
    }

    @Test
    void keepsWordsThatAreTooShort() {
        assertThat(new EchoedWords(20_000, 4).mask("not found: A_B", "SELECT a_b"))
                .isEqualTo("not found: A_B");
    }
}
