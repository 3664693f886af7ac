package tacit.panel.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.surface.mission.Looked;

class FieldsTest {

    private enum Size {
        SMALL,
        VERY_LARGE
    }

    private static View view(String value) {
        return Looked.at().with(Map.of("it", value, "state", value));
    }

    private static void refused(Function<View, ?> reading, String value, String reason) {
        assertThatThrownBy(() -> reading.apply(view(value)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400))
                .hasMessageContaining(reason);
    }

    @Test
    void wantsWhatMustBeFilledIn() {
        assertThat(Fields.required(view("hen"), "it")).isEqualTo("hen");
        assertThat(Fields.optional(view("hen"), "other", 5)).isNull();
        assertThatThrownBy(() -> Fields.required(view("hen"), "other"))
                .hasMessageContaining("'other' must be filled in");
    }

    @Test
    void boundsTexts() {
        assertThat(Fields.required(view("12345"), "it", 5)).isEqualTo("12345");
        refused(view -> Fields.required(view, "it", 4), "12345", "at most 4 characters");
        refused(view -> Fields.optional(view, "it", 4), "12345", "at most 4 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", "1234567890123456789", " 1", "٣"})
    void takesWholeNumbersOnly(String text) {
        refused(view -> Fields.number(view, "it"), text, "whole number");
        refused(view -> Fields.whole(view, "it", 0, 10), text, "whole number from 0 to 10");
    }

    @Test
    void takesNumbersUpToTheirBounds() {
        assertThat(Fields.number(view("999999999999999999"), "it")).isEqualTo(999_999_999_999_999_999L);
        assertThat(Fields.whole(view("2"), "it", 2, 7)).isEqualTo(2);
        assertThat(Fields.whole(view("7"), "it", 2, 7)).isEqualTo(7);
        refused(view -> Fields.whole(view, "it", 2, 7), "8", "from 2 to 7");
        refused(view -> Fields.whole(view, "it", 2, 7), "1", "from 2 to 7");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.25, 0.25", "1.0, 1"})
    void takesShares(String text, double share) {
        assertThat(Fields.share(view(text), "it")).isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "2", "-0.1", ".5", "10%", "NaN"})
    void refusesWhatIsNoShare(String text) {
        refused(view -> Fields.share(view, "it"), text, "a share such as 0.1");
    }

    @Test
    void takesChoicesThatAreOfferedInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Words.choices(Size.class)).containsExactly("small", "very_large");
            assertThat(Words.choicesOrAny(Size.class)).containsExactly("", "small", "very_large");
            for (String word : Words.choices(Size.class)) {
                assertThat(Fields.chosen(Size.class, view(word), "it").name()).isEqualToIgnoringCase(word);
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Fields.choice(Size.class, Looked.at(), "it")).isNull();
        refused(view -> Fields.choice(Size.class, view, "it"), "huge", "one of those offered");
        assertThatThrownBy(() -> Fields.chosen(Size.class, Looked.at(), "it")).hasMessageContaining("offered");
    }

    @Test
    void takesTheStateThatIsAskedFor() {
        assertThat(Fields.state(Size.class, Looked.at(), Size.SMALL)).isEqualTo(Size.SMALL);
        assertThat(Fields.state(Size.class, view("all"), Size.SMALL)).isNull();
        assertThat(Fields.state(Size.class, view("very_large"), Size.SMALL)).isEqualTo(Size.VERY_LARGE);
    }

    @Test
    void namesConstants() {
        assertThat(Words.of(Size.VERY_LARGE)).isEqualTo("very large");
        assertThat(Words.label(Size.VERY_LARGE)).isEqualTo("Very large");
        assertThat(Words.listed(" a, b\nc  a,")).containsExactly("a", "b", "c");
    }
}
