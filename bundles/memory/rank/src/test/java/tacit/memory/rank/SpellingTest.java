package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private final Spelling spelling = Spelling.of("\\b(\\d+) (day|week)s?\\b", "day", "week");
    private final List<String> found = new ArrayList<>();

    @Test
    void takesOutEveryPlaceWhereItStands() {
        assertThat(left("2 Days, then 3 weeks of rest")).isEqualTo("|, then | of rest");
        assertThat(found).containsExactly("2 Days", "3 weeks");
    }

    @Test
    void leavesATextWithoutAHintAlone() {
        assertThat(left("2 months")).isEqualTo("2 months");
        assertThat(found).isEmpty();
        assertThat(spelling.isIn("2 months", "2 months")).isFalse();
    }

    @Test
    void leavesATextThatHoldsAHintOnlyAlone() {
        assertThat(left("some day")).isEqualTo("some day");
        assertThat(found).isEmpty();
        assertThat(spelling.isIn("some day", "some day")).isFalse();
    }

    @Test
    void looksForHintsInLowerCaseOnly() {
        assertThat(spelling.isIn("2 DAYS", "2 days")).isTrue();
        assertThat(spelling.isIn("2 DAYS", "2 DAYS")).isFalse();
    }

    private String left(String text) {
        return spelling.each(text, text.toLowerCase(Locale.ROOT), match -> found.add(match.group()));
    }
}
