package tacit.pulse.executors.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.TaskResult;
import tacit.api.model.ModelAnswer;
import tacit.pulse.executors.Rig;

class ProcessExecutorTest {

    @TempDir
    Path data;

    @TempDir
    Path workspace;

    private final WorkModels models = new WorkModels();
    private ProcessExecutor executor;

    @BeforeEach
    void open() {
        executor = new ProcessExecutor(Orders.folders(data), models, Orders.HOST);
    }

    private String script(String... lines) throws IOException {
        Path file = workspace.resolve("agent.sh");
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    private TaskResult run(Map<String, String> more, String... lines) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("command", script(lines) + " 'one word' two");
        return executor.execute(Orders.order(settings, workspace));
    }

    @Test
    void givesTheTaskAsInputInTheFolderOfTheWorkspace() throws Exception {
        TaskResult done = run(Map.of(), "cat", "echo", "pwd", "echo \"$1|$2\"", "cat \"$TACIT_CONTEXT\"");

        assertThat(done.succeeded()).isTrue();
        assertThat(done.output())
                .contains("Which pump is it?\nSay so.", workspace.toRealPath().toString(), "one word|two")
                .contains("The pump is seven");
        assertThat(done.facts()).containsEntry("exit", "0");
    }

    @Test
    void ex18ShowsNothingOfTheHostButWhatIsNeededOrNamed() throws Exception {
        TaskResult done =
                run(Map.of("environment", "ALLOWED", "context", "environment"), "env", "cat \"$TACIT_BRIEF\"");

        assertThat(done.output())
                .contains("ALLOWED=yes", "TACIT_TASK=b1", "TACIT_EXECUTION=ex-1", "TACIT_WORKSPACE=w1")
                .contains("TACIT_USER=anna", "TACIT_MAX_TOKENS=900", "TACIT_CONTEXT_TEXT=The pump is seven")
                .contains("TACIT_BATCH=experiment/e1/baseline")
                .contains("\"objective\":\"to know\"", "\"mode\":\"pulse\"")
                .doesNotContain("hush", "TACIT_TRIAL");
    }

    @Test
    void tellsTheProgramItsModelWhereOneIsSet() throws Exception {
        assertThat(run(Map.of(), "env").output()).doesNotContain("TACIT_MODEL");
        models.models = question -> ModelAnswer.of("large-2", "It is set for all");
        assertThat(run(Map.of(), "env").output()).contains("TACIT_MODEL=large-2");
        models.models = question -> ModelAnswer.own("small-1");
        assertThat(run(Map.of(), "env").output()).doesNotContain("TACIT_MODEL");
    }

    @Test
    void readsWhatItUsedFromItsLastLine() throws Exception {
        TaskResult done = run(
                Map.of(),
                "echo working",
                "echo '{\"type\":\"result\",\"is_error\":false,\"result\":\"Pump seven\",\"total_cost_usd\":0.0125,"
                        + "\"usage\":{\"input_tokens\":100,\"output_tokens\":20}}'");

        assertThat(done.output()).isEqualTo("Pump seven");
        assertThat(done.tokens()).isEqualTo(120);
        assertThat(done.micros()).isEqualTo(12_500);
    }

    @Test
    void failsWhatSaysThatItFailed() throws Exception {
        TaskResult failed = run(Map.of(), "echo '{\"succeeded\":false,\"error\":\"no pump\",\"tokens\":7}'");

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).isEqualTo("no pump");
        assertThat(failed.tokens()).isEqualTo(7);
        assertThat(failed.environmental()).isFalse();
    }

    @Test
    void failsWithTheStatusAndTheLastComplaint() throws Exception {
        TaskResult failed = run(Map.of(), "echo some", "echo first >&2", "echo last >&2", "exit 3");

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).isEqualTo("It ended with 3: last");
        assertThat(failed.output()).isEqualTo("some");
        assertThat(failed.environmental()).isFalse();
    }

    @Test
    void takesTheStatusForLaterAsTheWorldInTheWay() throws Exception {
        assertThat(run(Map.of(), "exit 75").environmental()).isTrue();
    }

    @Test
    void saysThatAMissingProgramIsNoFaultOfTheWork() throws Exception {
        TaskResult failed = executor.execute(Orders.order(Map.of("command", "/no/such/program"), workspace));

        assertThat(failed.environmental()).isTrue();
        assertThat(failed.error()).contains("/no/such/program");
    }

    @Test
    void ex08KillsWhatIsOutOfTimeWithAllItStarted() throws Exception {
        String command = script("sleep 600 & echo $! > child", "(trap '' TERM; sleep 601) &", "sleep 602");

        TaskResult failed =
                executor.execute(Orders.order(Map.of("command", command), workspace, Duration.ofMillis(700)));

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).contains("Out of time");
        gone(workspace.resolve("child"));
    }

    @Test
    void ex09KillsTheTreeWhenItIsInterrupted() throws Exception {
        String command = script("setsid true; (sleep 600 & echo $! > child.new; mv child.new child; wait) & wait");
        AtomicReference<Object> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                seen.set(executor.execute(Orders.order(Map.of("command", command), workspace)));
            } catch (InterruptedException e) {
                seen.set(e);
            }
        });
        thread.start();
        Rig.until(() -> Files.exists(workspace.resolve("child")));

        thread.interrupt();
        thread.join();

        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        gone(workspace.resolve("child"));
    }

    @Test
    void leavesNothingRunningInTheBackground() throws Exception {
        TaskResult done = run(Map.of(), "sleep 600 > /dev/null 2>&1 &", "echo $! > child", "echo done");

        assertThat(done.output()).isEqualTo("done");
        gone(workspace.resolve("child"));
    }

    private static void gone(Path file) throws IOException {
        long pid = Long.parseLong(Files.readString(file).strip());
        Rig.until(() -> ProcessHandle.of(pid).filter(ProcessExecutorTest::runs).isEmpty());
    }

    /** A zombie that nobody waits for has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    @Test
    void ex12StopsWhatWritesWithoutEnd() throws Exception {
        TaskResult failed = run(Map.of(), "yes pump");

        assertThat(failed.succeeded()).isFalse();
        assertThat(failed.error()).contains("It wrote more than");
        assertThat(failed.output()).hasSizeLessThan(2 << 20);
    }

    @Test
    void leavesNoFileBehind() throws Exception {
        run(Map.of(), "exit 1");

        assertThat(data.resolve("executions")).isEmptyDirectory();
    }

    @Test
    void killsAndRemovesWhatAHostLeftThatWentDown() throws Exception {
        Path left = Files.createDirectories(data.resolve("executions/ex-9-1"));
        Process orphan = new ProcessBuilder("setsid", "sleep", "600").start();
        Files.writeString(
                left.resolve(WorkFolders.MARK),
                orphan.pid() + " " + orphan.info().startInstant().orElseThrow());
        Path other = Files.createDirectories(data.resolve("executions/ex-8-1"));
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(other.resolve(WorkFolders.MARK), stranger.pid() + " 2001-01-01T00:00:00Z");

        Orders.folders(data);

        orphan.waitFor();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
        assertThat(data.resolve("executions")).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrongWithADevice() {
        assertThat(executor.problem(Map.of())).contains("settings.command must be given");
        assertThat(executor.problem(Map.of("command", "no-such-program-here"))).contains("there is no program");
        assertThat(executor.problem(Map.of("command", "sh", "environment", "NOT_SET")))
                .contains("NOT_SET");
        assertThat(executor.problem(Map.of("command", "sh", "context", "air"))).contains("file or environment");
        assertThat(executor.problem(Map.of("command", "sh", "folder", "/no/such")))
                .contains("/no/such");
        assertThat(List.of(executor.problem(Map.of("command", "sh -c true")))).containsExactly("");
    }
}
