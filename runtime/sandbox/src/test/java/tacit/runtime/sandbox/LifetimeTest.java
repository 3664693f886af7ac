package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.sandbox.SandboxReport;
import tacit.api.sandbox.SandboxRun;

/** When child processes come and go. */
@Timeout(120)
class LifetimeTest {

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    private List<ProcessHandle> before;

    @BeforeEach
    void remember() {
        before = ProcessHandle.current().children().toList();
    }

    @AfterEach
    void leavesNothing() throws Exception {
        awaitEnd(children());
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private void awaitChild() {
        while (children().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void startsNothingBeforeItIsAsked() {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of());

        assertThat(children()).isEmpty();
        sandbox.stop();
    }

    @Test
    void keepsAProcessReadyAfterTheFirstRunUntilItIsStopped() throws Exception {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of());

        sandboxes.ask(sandbox, Candidates.echo(), "hen");
        awaitChild();
        List<ProcessHandle> ready = children();
        sandbox.stop();

        awaitEnd(ready);
    }

    @Test
    void endsReadyProcessesWhenNobodyComes() throws Exception {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("idle_seconds", 1));

        sandboxes.ask(sandbox, Candidates.echo(), "hen");
        awaitChild();
        awaitEnd(children());

        assertThat(sandboxes.ask(sandbox, Candidates.echo(), "hen").startFailure())
                .isNull();
        sandbox.stop();
    }

    @Test
    void endsRunsThatGoOnWhenItIsStopped() throws Exception {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("warm_cells", 0));
        SandboxRun run = sandboxes.run(Candidates.answering("while (true) {}"), Duration.ofMinutes(5), "hen");

        sandbox.level();
        CompletableFuture<SandboxReport> spinning = CompletableFuture.supplyAsync(() -> sandbox.run(run));
        awaitChild();
        sandbox.stop();

        awaitEnd(children());
        assertThatThrownBy(() -> spinning.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the sandbox ");
        assertThatThrownBy(sandbox::level).hasMessage("Cannot run the candidate: the sandbox is closed");
    }

    @Test
    void deletesItsFoldersWhenItIsStopped() {
        Path data = sandboxes.home().resolveSibling("short-lived");
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("data_directory", data.toString()));

        sandboxes.ask(sandbox, Candidates.echo(), "hen");
        assertThat(data.resolve("sandbox")).isDirectory();
        sandbox.stop();

        assertThat(data.resolve("sandbox")).doesNotExist();
    }

    @Test
    void noProcessOutlivesAHostThatIsKilled(@TempDir Path temporary) throws Exception {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + temporary,
                        LonelyHost.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> below = new ArrayList<>();
        try (BufferedReader output = host.inputReader(StandardCharsets.UTF_8)) {
            output.lines().takeWhile(line -> !line.equals("started")).forEach(line -> {});
            below.addAll(host.descendants().toList());
        }
        host.destroyForcibly();

        assertThat(below).isNotEmpty();
        awaitEnd(below);
    }
}
