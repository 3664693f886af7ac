package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void fitsATerminal() {
        CapturedSurroundings captured = new CapturedSurroundings();

        int code = new Help(captured.surroundings()).run(Invocation.parse(List.of()));

        assertThat(code).isZero();
        assertThat(captured.out().lines()).allMatch(line -> line.length() <= 120);
    }
}
