package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedTest {

    @ParameterizedTest
    @CsvSource({
        "When did Ines move?, TIME",
        "What year was it?, TIME",
        "How long did it take?, SPAN",
        "How many cats are there?, NUMBER",
        "Whose boat is it?, PERSON",
        "Which city did Tom visit?, PLACE",
        "Where is it?, PLACE",
        "Which two books did Tom read?, TITLE",
        "Why did Tom leave?, REASON",
        "What did Tom eat?, OTHER",
        "kites, OTHER"
    })
    void seesWhatIsAsked(String question, Asked asked) {
        assertThat(Asked.in(question)).isEqualTo(asked);
    }
}
