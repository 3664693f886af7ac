package tacit.pulse.executors.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.execute.TaskResult;

class RecordsAgentExecutorTest {

    @TempDir
    Path data;

    private RecordsAgentExecutor executor;

    @BeforeEach
    void open() {
        executor = new RecordsAgentExecutor(Orders.folders(data), new WorkModels(), Orders.HOST);
    }

    private TaskResult run(String... lines) throws IOException, InterruptedException {
        Path program = data.resolve("records-agent");
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path token = Files.writeString(data.resolve("token"), "tct_1\n");
        Map<String, String> settings =
                Map.of("program", program.toString(), "token.file", token.toString(), "api", "http://127.0.0.1:7717");
        assertThat(executor.problem(settings)).isEmpty();
        return executor.execute(Orders.order(settings, data));
    }

    @Test
    void runsARoundAndSaysHowMuchItSolved() throws Exception {
        TaskResult done = run("echo \"$@ token=$TACIT_TOKEN\"", "echo 'Solved 12 of 54 tasks as session ex-1'");

        assertThat(done.succeeded()).isTrue();
        assertThat(done.facts()).containsEntry("solved", "12").containsEntry("tasks", "54");
        assertThat(done.output())
                .contains("--session ex-1 --workspace w1 --trials 1 --user anna --api http://127.0.0.1:7717")
                .contains("token=tct_1");
    }

    @Test
    void failsWhenItFailsOrSaysNothing() throws Exception {
        assertThat(run("exit 2").error()).contains("It ended with 2");
        assertThat(run("echo hello").error()).contains("did not say");
    }

    @Test
    void saysWhatIsWrongWithADevice() {
        assertThat(executor.problem(Map.of())).contains("settings.program must be the path");
        assertThat(executor.problem(Map.of("program", "/no/such"))).contains("there is no program");
        assertThat(executor.problem(Map.of("program", "/bin/sh", "trials", "0")))
                .contains("trials must be in");
        assertThat(executor.problem(Map.of("program", "/bin/sh", "api", "ftp://x")))
                .contains("http");
        assertThat(executor.problem(Map.of("program", "/bin/sh", "token.file", "/no")))
                .contains("token.file");
    }
}
