package tacit.pulse.executors.shells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.execute.Shells.ShellResult;
import tacit.api.execute.Shells.ShellSession;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.executors.Rig;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.MovingClock;

class FileShellsTest {

    private static final Duration TIME = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @TempDir
    Path workspace;

    private final Map<String, String> folders = new TreeMap<>();
    private FileShells shells;

    @BeforeEach
    void open() {
        folders.put("w1", workspace.toString());
        shells = with(ShellScript.here());
    }

    private FileShells with(ShellScript script) {
        return new FileShells(
                new ShellFiles(Configurations.of(ShellFiles.Config.class, Map.of("data_directory", data.toString()))),
                new Rig.FakeWorkspaces(folders),
                new PatternRedactor(),
                new MovingClock(),
                Map.of("PATH", System.getenv("PATH"), "HOME", workspace.toString(), "HUSH", "of the host"),
                script);
    }

    private String run(String command) throws InterruptedException {
        ShellResult result = shells.run("w1", "task-1", command, TIME);
        assertThat(result.exit()).as(result.error()).isZero();
        return result.output().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/bash", "/bin/sh"})
    void ex13KeepsFolderVariablesAndAliasesBetweenCommands(String shell) throws Exception {
        shells = with(ShellScript.of(Path.of(shell)));
        Files.createDirectories(workspace.resolve("sub dir"));

        run("cd 'sub dir'; export COLOUR='deep \"blue\"'; alias hi='echo hello there'; NOT_EXPORTED=1; unset HOME");

        assertThat(run("pwd"))
                .isEqualTo(workspace.toRealPath().resolve("sub dir").toString());
        assertThat(run("echo \"$COLOUR|$NOT_EXPORTED|${HOME:-gone}\"")).isEqualTo("deep \"blue\"||gone");
        assertThat(run("hi")).isEqualTo("hello there");
    }

    @Test
    void ex13KeepsFunctionsOfBash() throws Exception {
        run("greet() { echo \"hello $1\"; }");

        assertThat(run("greet ada")).isEqualTo("hello ada");
    }

    @Test
    void ex13KeepsThemOverARestart() throws Exception {
        run("mkdir sub && cd sub && export COLOUR=blue && alias hi='echo hello'");

        shells = with(ShellScript.here());

        assertThat(run("pwd")).endsWith("/sub");
        assertThat(run("echo $COLOUR; hi")).isEqualTo("blue\nhello");
    }

    @Test
    void keepsWhatACommandLeftThatFails() throws Exception {
        ShellResult failed = shells.run("w1", "task-1", "export COLOUR=red; echo bad >&2; exit 4", TIME);

        assertThat(failed.exit()).isEqualTo(4);
        assertThat(failed.error()).isEqualTo("bad\n");
        assertThat(run("echo $COLOUR")).isEqualTo("red");
    }

    @Test
    void seesNothingOfTheHostsOwnVariables() throws Exception {
        assertThat(run("env")).doesNotContain("HUSH");
    }

    @Test
    void keepsSessionsAndWorkspacesApart() throws Exception {
        folders.put("w2", data.toString());
        run("export COLOUR=blue");

        assertThat(shells.run("w1", "task-2", "echo \"[$COLOUR]\"", TIME).output())
                .isEqualTo("[]\n");
        assertThat(shells.run("w2", "task-1", "echo \"[$COLOUR]\"", TIME).output())
                .isEqualTo("[]\n");
        assertThat(shells.sessions("w1")).extracting(ShellSession::key).containsExactly("task-1", "task-2");
    }

    @Test
    void ex14ShowsSessionsWithMarksForSecretsAndResetsThem() throws Exception {
        run("export API_TOKEN=abcd1234 COLOUR=blue; alias hi='echo hello'; cd /");

        assertThat(shells.sessions("w1")).singleElement().satisfies(session -> {
            assertThat(session.folder()).isEqualTo(Path.of("/"));
            assertThat(session.environment()).containsEntry("COLOUR", "blue").containsEntry("API_TOKEN", "[secret]");
            assertThat(session.aliases()).containsEntry("hi", "echo hello");
            assertThat(session.commands()).isEqualTo(1);
        });
        assertThat(shells.reset("w1", "task-1")).isTrue();
        assertThat(shells.reset("w1", "task-1")).isFalse();
        assertThat(shells.sessions("w1")).isEmpty();
        assertThat(run("echo \"[$COLOUR]\"; pwd")).isEqualTo("[]\n" + workspace.toRealPath());
    }

    @Test
    void ex15KillsWhatIsOutOfTimeWithItsGroupAndKeepsTheStateBefore() throws Exception {
        run("export COLOUR=blue");

        ShellResult late = shells.run(
                "w1",
                "task-1",
                "export COLOUR=red; sleep 600 & echo $! > child; (sleep 601; true) & echo begun; wait",
                Duration.ofMillis(700));

        assertThat(late.timedOut()).isTrue();
        assertThat(late.exit()).isEqualTo(-1);
        assertThat(late.output()).isEqualTo("begun\n");
        assertThat(run("echo $COLOUR")).isEqualTo("blue");
        long child = Long.parseLong(Files.readString(workspace.resolve("child")).strip());
        Rig.until(() -> ProcessHandle.of(child)
                .filter(one -> one.isAlive() && one.info().command().isPresent())
                .isEmpty());
    }

    @Test
    void boundsWhatACommandSays() throws Exception {
        ShellResult result =
                shells.run("w1", "task-1", "i=0; while [ $i -lt 9000 ]; do echo line $i; i=$((i+1)); done", TIME);

        assertThat(result.cut()).isTrue();
        assertThat(result.output()).hasSizeLessThanOrEqualTo(ShellView.LONGEST_OUTPUT);
        assertThat(result.output()).startsWith("line 0\n").endsWith("line 8999\n");
    }

    @Test
    void stopsWhatWritesWithoutEnd() throws Exception {
        ShellResult result = shells.run("w1", "task-1", "yes", TIME);

        assertThat(result.cut()).isTrue();
        assertThat(result.timedOut()).isFalse();
        assertThat(result.exit()).isEqualTo(-1);
    }

    @Test
    void beginsInTheFolderOfTheWorkspaceWhenTheLastOneIsGone() throws Exception {
        run("mkdir gone && cd gone && rmdir ../gone");

        assertThat(run("pwd")).isEqualTo(workspace.toRealPath().toString());
    }

    @Test
    void beginsAnewWhereAFileIsBroken() throws Exception {
        run("export COLOUR=blue");
        try (Stream<Path> files = Files.walk(data.resolve("shells"))) {
            Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "{broken");
        }

        assertThat(run("echo \"[$COLOUR]\"")).isEqualTo("[]");
    }

    @Test
    void letsOnlyItsOwnUserReadWhatItKeeps() throws Exception {
        run("export COLOUR=blue");

        try (Stream<Path> files = Files.walk(data.resolve("shells"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1).allSatisfy(file -> assertThat(rights(file))
                    .isEqualTo("rw-------"));
        }
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesWhatCannotBeRun() {
        folders.put("w3", "/no/such/folder");
        for (String key : List.of("", "../x", "a b", "x".repeat(129))) {
            assertThatThrownBy(() -> shells.run("w1", key, "true", TIME)).hasMessageContaining("key must be");
        }
        assertThatThrownBy(() -> shells.run("w1", "k", " ", TIME)).hasMessageContaining("command must be");
        assertThatThrownBy(() -> shells.run("w1", "k", "x".repeat(40_000), TIME))
                .hasMessageContaining("command must");
        assertThatThrownBy(() -> shells.run("w1", "k", "true", Duration.ZERO)).hasMessageContaining("timeout must");
        assertThatThrownBy(() -> shells.run("w2", "k", "true", TIME)).hasMessageContaining("must have a folder");
        assertThatThrownBy(() -> shells.run("w3", "k", "true", TIME)).hasMessageContaining("must have a folder");
    }
}
