package tacit.learn.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTemplateTest {

    private final ErrorTemplate template = new ErrorTemplate(Masks.read(), 200);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Unknown column 'a.b' in 'field list'|Unknown column <text> in <text>",
                "Bad syntax near '<t> WHERE a = 'x' LIMIT 1' at line 1|Bad syntax near <text>",
                "tool: invalid option -- `x' (see `--help')|tool: invalid option -- <text> (see <text>)",
                "name `b` is taken|name <text> is taken",
                "Flight ZQX030 is full|Flight <id> is full",
                "Table 'x' doesn't exist|Table <text> doesn't exist",
                "1054 (42S22): bad|<n> (42S22): bad",
                "No such file: /home/ann/a.txt|No such file: <path>",
                "Order #W123 is late by 3.5 days|Order <id> is late by <n> days",
                "at 2026-01-02T03:04:05Z failed|at <time> failed",
                "see https://example.org/a?b=1 now|see <url> now",
                "run 123e4567-e89b-12d3-a456-426614174000 died|run <id> died"
            })
    void masksWhatDiffersBetweenOccurrences(String message, String expected) {
        assertThat(template.of(message)).isEqualTo(expected);
    }

    @Test
    void squeezesBlanksAndStripsTheEnds() {
        assertThat(template.of("  no \n\t such   hen ")).isEqualTo("no such hen");
    }

    @Test
    void cutsWhatIsLongerThanItsBound() {
        assertThat(new ErrorTemplate(Masks.read(), 20).of("hen ".repeat(9))).isEqualTo("hen hen hen hen hen ");
    }

    @Test
    void refusesALineThatIsNoMask() {
        assertThatThrownBy(() -> Mask.parse("<n>")).hasMessage("line must be a mark, a blank and a pattern, got '<n>'");
    }
}
