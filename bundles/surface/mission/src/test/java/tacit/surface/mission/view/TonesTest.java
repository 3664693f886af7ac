package tacit.surface.mission.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TonesTest {

    @ParameterizedTest
    @CsvSource({
        "ready, good",
        "SUCCEEDED, good",
        "failing, bad",
        "interrupted, bad",
        "blocked, bad",
        "deferred, wait",
        "snoozed, wait",
        "not provided, wait",
        "NOT_PROVIDED, wait",
        // That something ended does not say how
        "completed, plain",
        "unknown, plain",
        "nothing like that, plain"
    })
    void tellsWhichStatesAreGoodBadOrWait(String state, String tone) {
        assertThat(Tones.of(state)).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource(value = "NULL", nullValues = "NULL")
    void neverTakesWhatIsNotKnownForGood(String state) {
        assertThat(Tones.of(state)).isEqualTo("plain");
    }
}
