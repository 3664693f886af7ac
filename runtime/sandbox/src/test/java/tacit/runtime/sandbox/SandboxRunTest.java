package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxReport;

class SandboxRunTest {

    @TempDir
    static Path folder;

    private static Sandboxes sandboxes;
    private static ProcessSandbox sandbox;

    @BeforeAll
    static void open() throws Exception {
        sandboxes = new Sandboxes(folder);
        sandbox = sandboxes.sandbox(Map.of());
    }

    @AfterAll
    static void close() {
        sandboxes.close();
    }

    @Test
    void answersEveryCaseInOrder() {
        SandboxReport report = sandboxes.ask(sandbox, Candidates.echo(), "hen", "fox");

        assertThat(report.startFailure()).isNull();
        assertThat(report.results()).extracting(CaseResult::output).containsExactly("\"hen\"", "\"fox\"");
        assertThat(report.processes()).isOne();
    }
}
