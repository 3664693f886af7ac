package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class McpTest {

    private final CapturedSurroundings captured = new CapturedSurroundings();

    private int run(String... arguments) throws Exception {
        return new Mcp(captured.surroundings(), name -> null).run(Invocation.parse(List.of(arguments)));
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        assertThat(run("mcp", "--help")).isZero();
        assertThat(captured.out()).startsWith("mcp [--data DIR]").contains("TACIT_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "x", "--url=ftp://x/mcp", "--url=nothing", "--url=https://example.org"})
    void refusesWhatItDoesNotKnowAndSaysNothingOnTheOutput(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> run("mcp", argument));
        assertThat(captured.out()).isEmpty();
    }
}
