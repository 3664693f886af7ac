package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellAttachIT {

    private static final String PROMPT = "tacit>";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001b[A";

    @TempDir
    Path data;

    @Test
    void completesNamesOfCommands() throws Exception {
        Pty.require();
        try (Tacit host = Tacit.up(data);
                Pty shell = Pty.start("shell", "--data", data)) {
            assertThat(shell.await(PROMPT)).contains("At host " + host.pid());
            shell.type("tacit:generat\t\t");

            assertThat(shell.await("tacit:generations")).contains("tacit:generation");
        }
    }

    @Test
    void editsAndRemembersLines() throws Exception {
        Pty.require();
        try (Tacit host = Tacit.up(data);
                Pty shell = Pty.start("shell", "--data", data)) {
            assertThat(shell.await(PROMPT)).contains("At host " + host.pid());
            shell.type("token lis\u007f\u007f\u007flist\r");
            shell.await("operator");
            shell.await(PROMPT);
            shell.type("settings a.B password hunter2\r");
            shell.await(PROMPT);
            shell.type(UP + "\r");
            shell.await(PROMPT);
            shell.type(CTRL_D);

            assertThat(shell.awaitExit()).isEqualTo(3);
        }
        Path history = data.resolve("shell-history");
        assertThat(Files.readString(history)).contains("token list").doesNotContain("hunter2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void outlivesARestartOfTheHost() throws Exception {
        Pty.require();
        try (Tacit first = Tacit.up(data);
                Pty shell = Pty.start("shell", "--data", data)) {
            shell.await(PROMPT);
            first.terminate();
            shell.type("token list\r");
            shell.await("no host runs on");
            shell.await(PROMPT);
            try (Tacit second = Tacit.up(data)) {
                shell.type("token list\r");
                shell.await("is process " + second.pid() + " now");
                shell.await("operator");
                shell.await(PROMPT);
                shell.type(CTRL_D);
                shell.awaitExit();
            }
        }
    }

    @Test
    void runsTheLinesOfAPipe() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            assertThat(pipe("token list\n# a remark\nroles\n").exit()).isZero();
            Piped failed = pipe("token list\nno-such-command\ntoken \\\n list\n");

            assertThat(failed.exit()).isEqualTo(3);
            assertThat(failed.output())
                    .contains("operator")
                    .contains("Unknown command 'no-such-command'")
                    .doesNotContain("\u001b");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void saysThatNoHostRuns() throws Exception {
        Tacit shell = Tacit.run("shell", "--data", data);

        assertThat(shell.exitCode()).isEqualTo(3);
        assertThat(shell.output()).contains("no host runs on '" + data + "', start one with ./tacit up");
    }

    private record Piped(int exit, String output) {}

    private Piped pipe(String lines) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Tacit.java(), "-Dtacit.home=" + Tacit.image(), "-cp"));
        command.addAll(List.of(Tacit.classPath(), "tacit.runtime.launcher.Main", "shell", "--data", data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(lines);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Piped(process.waitFor(), output);
    }
}
