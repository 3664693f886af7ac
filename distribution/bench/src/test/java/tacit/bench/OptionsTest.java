package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void readsValuesAndSwitchesInAnyOrder() {
        Options options = options("--quiet", "--swaps", "7", "--name", "hen");

        assertThat(options.has("--quiet")).isTrue();
        assertThat(options.number("--swaps", 1)).isEqualTo(7);
        assertThat(options.text("--name", "")).isEqualTo("hen");
    }

    @Test
    void fallsBackWhereNothingIsSaid() {
        Options options = options();

        assertThat(options.has("--quiet")).isFalse();
        assertThat(options.number("--swaps", 9)).isEqualTo(9);
        assertThat(options.text("--name", "hen")).isEqualTo("hen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5"})
    void refusesWhatIsNoNumberOfAtLeastOne(String text) {
        Options options = options("--swaps", text);

        assertThatThrownBy(() -> options.number("--swaps", 1))
                .hasMessage("--swaps must be a number of at least 1, got '" + text + "'");
    }

    @Test
    void refusesWhatItDoesNotKnowAndAValueThatIsMissing() {
        assertThatThrownBy(() -> options("--loud")).hasMessageContaining("'--loud' must be one of");
        assertThatThrownBy(() -> options("--swaps")).hasMessage("--swaps must be followed by a value");
    }

    private static Options options(String... arguments) {
        return new Options(List.of(arguments), List.of("--swaps", "--name"), List.of("--quiet"));
    }
}
