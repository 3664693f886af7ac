package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;

class CheckWordsTest {

    private final CheckWords words = new CheckWords();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "equals /decision \"allow\"; EQUALS; /decision; \"allow\"",
                "equals - {\"a\": [1, 2]}; EQUALS; ``; {\"a\": [1, 2]}",
                "one-of /n 1 \"two words\" [3]; ONE_OF; /n; 1|\"two words\"|[3]",
                "contains /text done \"well done\" \"a \\\"b\\\"\"; CONTAINS; /text; done|well done|a \"b\"",
                "OMITS /text secret; OMITS; /text; secret",
                "ranks-within /hits \"red tea\" 3; RANKS_WITHIN; /hits; red tea|3",
                "in_order /calls find pay; IN_ORDER; /calls; find|pay",
                "  at-most   /steps   4  ; AT_MOST; /steps; 4",
                "at-least /steps 1; AT_LEAST; /steps; 1"
            })
    void readsWhatAPersonTypes(String typed, Kind kind, String path, String expected) {
        assertThat(words.read(typed)).isEqualTo(new AnswerCheck(kind, path, List.of(expected.split("\\|"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equals /decision {\"a\": 1}",
                "one-of - \"a b\" 2",
                "contains /text done \"well done\" \"a \\\"b\\\"\"",
                "ranks-within /hits \"red tea\" 3",
                "at-most /steps 4"
            })
    void writesItAsItWasTyped(String typed) {
        assertThat(words.written(words.read(typed))).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "equals; A check must be --expect 'KIND PATH VALUE…'",
                "equals /decision; A check must be",
                "is /decision 1; Value must be one of equals, one_of, contains",
                "equals decision 1; path must be empty or begin with '/'",
                "one-of /n allow; one-of must have JSON values",
                "at-most /n 1 2; AT_MOST must have 1 values, got 2",
                "ranks-within /n a; RANKS_WITHIN must have 2 values, got 1",
                "contains /n \"a\\x\"; must be written as in JSON"
            })
    void refusesWhatIsNoCheck(String typed, String why) {
        assertThatThrownBy(() -> words.read(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void leavesTheValuesOfEqualsToThoseWhoJudge() {
        assertThat(words.read("equals /decision allow").expected()).containsExactly("allow");
    }
}
