package tacit.runtime.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    @TempDir
    Path data;

    private final CapturedSurroundings captured = new CapturedSurroundings();

    @Test
    void saysThatNoHostRunsAndHowToStartOne() throws Exception {
        int code =
                new Status(captured.surroundings()).run(Invocation.parse(List.of("status", "--data", data.toString())));

        assertThat(code).isZero();
        assertThat(captured.out()).contains("No host runs on '" + data + "'").contains("./tacit up");
    }

    @Test
    void saysSoInJson() throws Exception {
        new Status(captured.surroundings())
                .run(Invocation.parse(List.of("status", "--json", "--data", data.toString())));

        assertThat(captured.out()).isEqualToIgnoringNewLines("{\"running\":false}");
    }
}
