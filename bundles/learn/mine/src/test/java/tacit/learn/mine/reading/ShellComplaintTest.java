package tacit.learn.mine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellComplaintTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copier: cannot launch target",
                "copier: /some/where: failed to create link",
                "copier: missing argument to -x",
                "copier: invalid mode here",
                "x y z: line 3: unexpected end of input",
                "Command timed out"
            })
    void seesAComplaintOfAProgram(String result) {
        assertThat(ErrorText.in(result)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 files copied", "note: all is well", "the race was timed out of habit", "a.txt\nb.txt"})
    void leavesAResultAlone(String result) {
        assertThat(ErrorText.in(result)).isEmpty();
    }
}
