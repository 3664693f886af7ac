package tacit.runtime.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.doctor.Finding.State;

class MachineCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"16,FAIL", "17,OK", "25,OK"})
    void asksForJava17(int feature, State state) {
        assertThat(MachineCheck.java(feature).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"Apache Maven 3.6.3 (x),WARN", "Apache Maven 3.8.7,OK", "Apache Maven 4.0.0-rc,OK", "nonsense,WARN"})
    void asksForMaven38(String line, State state) {
        assertThat(MachineCheck.maven(Optional.of(line)).state()).isEqualTo(state);
    }

    @Test
    void warnsWithoutMavenAndSaysTheMend() {
        Finding finding = MachineCheck.maven(Optional.empty());

        assertThat(finding.state()).isEqualTo(State.WARN);
        assertThat(finding.mend()).contains("install Maven 3.8");
    }

    @ParameterizedTest
    @CsvSource({"1000,FAIL", "1000000000,WARN", "9000000000,OK"})
    void asksForRoomOnTheDisk(long bytes, State state) {
        assertThat(MachineCheck.disk(bytes).state()).isEqualTo(state);
    }

    @Test
    void makesNoFolderWhenItLooks() throws Exception {
        Path absent = folder.resolve("none/yet");

        List<Finding> findings = new MachineCheck(new DataDirectory(absent), new Programs("")).run(List.of());

        assertThat(Findings.healthy(findings)).isTrue();
        assertThat(absent).doesNotExist();
    }

    @Test
    void warnsWhereNoWallCanBeBuilt() throws Exception {
        Finding finding = new SandboxCheck(new Programs("")).run();

        assertThat(finding.state()).isEqualTo(State.WARN);
        assertThat(finding.detail()).startsWith("PROCESS: ");
    }

    @Test
    void countsOnlyAWallThatStands() throws Exception {
        program("id", "echo 0");
        program("prlimit", "exit 0");
        program("setpriv", "exit 0");
        program("unshare", "exit 1");

        Finding forbidden = new SandboxCheck(new Programs(folder.toString())).run();
        program("unshare", "echo walled");
        Finding allowed = new SandboxCheck(new Programs(folder.toString())).run();

        assertThat(forbidden.state()).isEqualTo(State.WARN);
        assertThat(forbidden.detail()).startsWith("LIMITED: another user without rights (setpriv)");
        assertThat(allowed.state()).isEqualTo(State.OK);
        assertThat(allowed.detail()).startsWith("ISOLATED: own network").contains("(unshare)");
    }

    @Test
    void seesBubblewrapWhereNamespacesAreForbidden() throws Exception {
        program("prlimit", "exit 0");
        program("bwrap", "echo walled");

        assertThat(new SandboxCheck(new Programs(folder.toString())).run().detail())
                .startsWith("ISOLATED: ")
                .contains("(bubblewrap)");
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
