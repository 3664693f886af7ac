package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tacit.api.adapt.StyleFeedback;

class FreeTextTest {

    private static String read(String decision, @Nullable String reason, @Nullable String note) {
        Reading reading = Reading.of(
                new StyleFeedback("f1", Instant.parse("2026-03-01T12:00:00Z"), decision, reason, note, List.of()));
        return reading.wishes().stream()
                .map(wish -> wish.dimension().title() + (wish.direction() > 0 ? "+" : "-"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "feedback.txt", delimiter = '|')
    void readsWhatIsWishedWithDirectionAndNegation(String decision, String text, @Nullable String wished) {
        assertThat(read(decision, text, null)).as(text).isEqualTo(wished == null ? "" : wished);
    }

    @Test
    void readsWhatStandsBehindAKey() {
        assertThat(read("rejected", "wrong_tone: too many emojis", null)).isEqualTo("emojiUsage-");
        assertThat(read("rejected", "incorrect", "and far too long")).isEqualTo("responseLength-");
        assertThat(read("rejected", "TOO_VERBOSE", null)).isEqualTo("responseLength-");
        assertThat(read("rejected", "ignored_instructions", null)).isEmpty();
        assertThat(read("rejected", "unsafe", null)).isEmpty();
        assertThat(read("rejected", null, null)).isEmpty();
    }

    @Test
    void weighsWhatIsSaidWithHesitationLess() {
        assertThat(FreeText.wishes("maybe a bit shorter", false))
                .singleElement()
                .satisfies(wish -> assertThat(wish.strength()).isLessThan(Adapting.THRESHOLD));
        assertThat(FreeText.wishes("shorter", false)).singleElement().satisfies(wish -> assertThat(wish.strength())
                .isGreaterThanOrEqualTo(Adapting.THRESHOLD));
    }
}
