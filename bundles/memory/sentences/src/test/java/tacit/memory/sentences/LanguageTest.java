package tacit.memory.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "EN, I prefer tabs over spaces",
        "DE, Ich mag keine langen Mails",
        "ES, No me gustan los correos",
        "FR, Je n'aime pas les courriels"
    })
    void knowsTheLanguageOfASentence(Language language, String text) {
        assertThat(Language.of(text, text)).isEqualTo(language);
    }

    @Test
    void takesTheLanguageOfTheWholeTextWhereASentenceDoesNotTell() {
        assertThat(Language.of("Tabs", "Ich nehme die Tabs. Tabs")).isEqualTo(Language.DE);
        assertThat(Language.of("Tabs", "Tabs")).isEqualTo(Language.EN);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAGrammarForEachLanguage(Language language) {
        Grammar grammar = GrammarFile.read(language);

        assertThat(grammar.rules()).hasSizeGreaterThan(30);
        assertThat(grammar.promises()).isNotEmpty();
        assertThat(grammar.corrections()).isNotEmpty();
    }
}
