package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {

    private static final Path CANDIDATE = Tacit.image().resolve("candidates/tacit.learn.template-1.1.0.jar");
    private static final List<String> LOOKS = List.of(
            "tacit:traces --limit 1000 --json",
            "tacit:clusters --json",
            "tacit:evals --json",
            "tacit:memory --json",
            "tacit:generations");

    @TempDir
    Path data;

    @TempDir
    Path folder;

    @Test
    void copiesARunningHostAndBringsItBackAsItWas() throws Exception {
        Path copy = folder.resolve("copy.zip");
        Path target = folder.resolve("target");
        List<String> before;
        try (Tacit host = Tacit.up(data, "--sample")) {
            host.await("Look closer");
            shell(data, "tacit:stage " + CANDIDATE);
            assertThat(shell(data, "tacit:activate tacit.learn.template@1.1.0")).contains("generation 2");

            before = copyAtRest(copy);
            host.kill();
        }

        Tacit restore = Tacit.run("restore", copy, "--data", target);
        assertThat(restore.exitCode()).as(restore.output()).isZero();
        try (Tacit host = Tacit.up(target)) {
            assertThat(host.output()).doesNotContain("Problem");
            assertThat(looks(target)).isEqualTo(before);
            assertThat(host.terminate()).isZero();
        }
        assertThat(target.resolve("ledger/generations.jsonl"))
                .hasSameBinaryContentAs(data.resolve("ledger/generations.jsonl"));
    }

    @Test
    void refusesWhatWouldHarm() throws Exception {
        Path copy = folder.resolve("copy.zip");
        try (Tacit host = Tacit.up(data)) {
            assertThat(Tacit.run("backup", copy, "--data", data).exitCode()).isZero();
            refused("it is there already", "backup", copy, "--data", data);
            refused("must lie outside", "backup", data.resolve("copy.zip"), "--data", data);
            refused("process " + host.pid(), "restore", copy, "--data", data, "--force");
            host.terminate();
        }
        byte[] whole = Files.readAllBytes(copy);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 1_000));
        List<String> before = names(data);

        refused("it holds 'db'", "restore", copy, "--data", data);
        refused("it is cut off", "restore", cut, "--data", folder.resolve("new"));
        refused("it is cut off", "restore", cut, "--data", data, "--force");

        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(names(data)).isEqualTo(before);
    }

    @Test
    void movesAsideWhatIsThereWhenItIsForced() throws Exception {
        Path copy = folder.resolve("copy.zip");
        try (Tacit host = Tacit.up(data)) {
            assertThat(Tacit.run("backup", copy, "--data", data).exitCode()).isZero();
            assertThat(shell(data, "tacit:token create later")).contains("tct_");
            host.terminate();
        }

        Tacit restore = Tacit.run("restore", copy, "--data", data, "--force");

        assertThat(restore.exitCode()).as(restore.output()).isZero();
        assertThat(names(data)).anyMatch(name -> name.startsWith("before-restore-"));
        try (Tacit host = Tacit.up(data)) {
            assertThat(shell(data, "tacit:token list")).contains("operator").doesNotContain("later");
            host.terminate();
        }
    }

    @Test
    void copiesWithoutAHost() throws Exception {
        assertThat(Tacit.run("learn", Tacit.image().resolve("sample"), "--data", data)
                        .exitCode())
                .isZero();

        Tacit backup = Tacit.run("backup", folder.resolve("copy.zip"), "--data", data);

        assertThat(backup.exitCode()).as(backup.output()).isZero();
        assertThat(Tacit.run("restore", folder.resolve("copy.zip"), "--data", folder.resolve("target"))
                        .exitCode())
                .isZero();
        assertThat(Tacit.run("learn", Tacit.image().resolve("sample"), "--json", "--data", folder.resolve("target"))
                        .output())
                .contains("\"new\":0");
    }

    /** Copies at a moment at which nothing that is looked at changes; what is learned of the sample goes on for a while. */
    private List<String> copyAtRest(Path copy) throws Exception {
        while (true) {
            List<String> before = looks(data);
            Tacit backup = Tacit.run("backup", copy, "--data", data);
            assertThat(backup.exitCode()).as(backup.output()).isZero();
            assertThat(backup.output()).contains("generation 2, to " + copy);
            if (looks(data).equals(before)) {
                return before;
            }
            Files.delete(copy);
        }
    }

    private static void refused(String reason, Object... arguments) throws Exception {
        Tacit verb = Tacit.run(arguments);
        assertThat(verb.exitCode()).as(verb.output()).isEqualTo(3);
        assertThat(verb.output()).contains(reason);
    }

    private static List<String> looks(Path data) throws Exception {
        List<String> all = new ArrayList<>();
        for (String line : LOOKS) {
            all.add(shell(data, line));
        }
        return all;
    }

    private static String shell(Path data, String line) throws Exception {
        Tacit shell = Tacit.run("shell", line, "--data", data);
        assertThat(shell.exitCode()).as(shell.output()).isZero();
        return shell.output();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
