package tacit.learn.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorKindTest {

    @ParameterizedTest
    @CsvSource({
        "Rate limit reached for requests, QUOTA",
        "Read timed out, TIMEOUT",
        "Connection refused, NETWORK",
        "403 Forbidden, DENIED",
        "Reached the maximum number of operations, EXHAUSTED",
        "got an unexpected keyword argument 'x', ARGUMENT",
        "You have an error in your syntax, SYNTAX",
        "Import of numpy is not allowed, IMPORT",
        "Unknown column 'a', NAME",
        "No such file or directory, MISSING",
        "The hatch is stuck, OTHER",
        "Withheld during quiet hours, GATED",
        "Not sent: it is in a cool-down, GATED",
        "Cooldown is still active, GATED",
        "Unknown column 'cooldown', NAME",
        "No such file: reports/cooldown.csv, MISSING"
    })
    void tellsWhatWentWrong(String message, ErrorKind kind) {
        assertThat(ErrorKind.of(message)).isEqualTo(kind);
    }

    @Test
    void setsTheEnvironmentApart() {
        assertThat(ErrorKind.NETWORK.environment()).isTrue();
        assertThat(ErrorKind.ARGUMENT.environment()).isFalse();
        assertThat(ErrorKind.EXHAUSTED.environment()).isFalse();
    }
}
