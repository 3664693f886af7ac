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
        assertThat(of(text, text)).isEqualTo(language);
    }

    @Test
    void takesTheLanguageOfTheWholeTextWhereASentenceDoesNotTell() {
        assertThat(of("Tabs", "Ich nehme die Tabs. Tabs")).isEqualTo(Language.DE);
        assertThat(of("Tabs", "Tabs")).isEqualTo(Language.EN);
    }

    private static Language of(String sentence, String text) {
        return Language.of(sentence, Language.scores(text));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "EN, \"I'm here, it’s ours\", 2",
                "EN, Hello!, 0",
                "DE, FÜR die Größe, 6",
                "FR, Je n'aime pas l'été, 7",
                "FR, C'est aujourd'hui, 3",
                "ES, ¿Mañana no?, 6"
            })
    void countsSmallWordsTypicalLettersAndElisions(Language language, String text, int score) {
        assertThat(Language.scores(text)).containsEntry(language, score);
    }

    @Test
    void knowsAPartOfAWordAtAnApostrophe() {
        assertThat(Language.scores("d'une")).containsEntry(Language.FR, 3).containsEntry(Language.ES, 0);
        assertThat(Language.scores("x'en'z")).containsEntry(Language.ES, 0).containsEntry(Language.EN, 0);
        assertThat(Language.scores("x'z'en")).containsEntry(Language.ES, 1);
        assertThat(Language.scores("quand'en")).containsEntry(Language.ES, 1);
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
