package tacit.examples.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary(Map.of(
            "born", new Term("BORN_ON", null, List.of("BIRTH_DATE", "DOB")),
            "quote", new Term("\"", "backticks", List.of("`"))));

    @Test
    void fillsInTheTruth() {
        assertThat(vocabulary.right("SELECT {quote}{born}{quote}")).isEqualTo("SELECT \"BORN_ON\"");
    }

    @Test
    void guessesInTurnAndStaysWithTheLast() {
        assertThat(vocabulary.guessed("{born}", Knowledge.NONE, 0)).isEqualTo("BIRTH_DATE");
        assertThat(vocabulary.guessed("{born}", Knowledge.NONE, 9)).isEqualTo("DOB");
    }

    @Test
    void knowsAWordOnlyWhenItStandsAlone() {
        assertThat(vocabulary.guessed("{born}", new Knowledge(Context.written("c", "a BORN_ON column")), 0))
                .isEqualTo("BORN_ON");
        assertThat(vocabulary.guessed("{born}", new Knowledge(Context.written("c", "REBORN_ONCE")), 0))
                .isEqualTo("BIRTH_DATE");
    }

    @Test
    void refusesAWordThatItDoesNotHave() {
        assertThatThrownBy(() -> vocabulary.right("{nothing}")).hasMessage("Cannot fill in 'nothing': no such term");
    }
}
