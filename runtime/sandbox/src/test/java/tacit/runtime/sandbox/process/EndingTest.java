package tacit.runtime.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    @ParameterizedTest
    @CsvSource({
        "0,'','it ended its process with exit code 0'",
        "3,'','it ended its process with exit code 3'",
        "3,'Terminating due to java.lang.OutOfMemoryError: Java heap space','it ran out of memory, with 64 MB of heap'",
        "90,'','it read from the protocol'",
        "91,'no agent','its process could not start: no agent'",
        "91,'','its process could not start: no reason given'",
        "137,'','its process was ended by signal 9'",
        "134,'# A fatal error','its process was ended by signal 6'"
    })
    void saysHowAProcessEnded(int code, String errors, String words) {
        assertThat(Ending.words(code, errors, 64)).isEqualTo(words);
    }
}
