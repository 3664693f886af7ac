package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tacit.api.trace.OutcomeLabel;

class WordsTest {

    @Test
    void takesAnEmptyWordAsNotGiven() {
        assertThat(Words.optional("")).isNull();
        assertThat(Words.optional(OutcomeLabel.class, "")).isNull();
    }

    @Test
    void readsAValueInAnyCase() {
        assertThat(Words.optional(OutcomeLabel.class, "Failure")).isEqualTo(OutcomeLabel.FAILURE);
    }

    @Test
    void namesTheValuesThatItKnows() {
        assertThatThrownBy(() -> Words.required(OutcomeLabel.class, "bad"))
                .hasMessage("Value must be one of success, failure, neutral, unknown, got 'bad'");
    }
}
