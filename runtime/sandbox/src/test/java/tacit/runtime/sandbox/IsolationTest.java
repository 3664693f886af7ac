package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxLevel;

/** A candidate that tries to reach beyond its folder. */
class IsolationTest {

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    @BeforeEach
    void needsIsolation() {
        sandboxes.need(SandboxLevel.ISOLATED);
    }

    @AfterEach
    void theNextRunAnswers() {
        assertThat(answer("return message;")).isEqualTo("\"hen\"");
    }

    private String answer(String statements) {
        CaseResult result = Sandboxes.only(sandboxes.ask(Candidates.answering(statements), "hen"));
        assertThat(result.reason()).isNull();
        return result.output();
    }

    private Path open(Path file) throws IOException {
        Files.writeString(file, "secret");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @Test
    void readsASecretOfTheDataDirectory() throws Exception {
        Path secret = open(sandboxes.data().resolve("operator-token"));

        assertThat(answer("return Files.readString(Path.of(\"" + secret + "\"));"))
                .isEqualTo("\"NoSuchFileException\"");
    }

    @Test
    void readsTheAccountsOfTheSystem() {
        assertThat(answer("return Files.readString(Path.of(\"/etc/passwd\"));")).isEqualTo("\"NoSuchFileException\"");
    }

    @Test
    void looksIntoTheHomeOfTheUser() throws Exception {
        Path home = Path.of(System.getProperty("user.home"));
        Path file = Files.createTempFile(home, "tacit-test-", ".txt");
        try {
            assertThat(answer("return String.valueOf(Files.exists(Path.of(\"" + file + "\")));"))
                    .isEqualTo("\"false\"");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void writesElsewhere() throws Exception {
        Path target = open(sandboxes.data().resolve("written"));

        answer("Files.writeString(Path.of(\"" + target + "\"), message); return message;");

        assertThat(target).hasContent("secret");
    }

    @Test
    void writesIntoTheImage() {
        Path bundles = sandboxes.home().resolve("cell/bundles");

        String answer = answer("Files.writeString(Path.of(\"" + bundles + "/more.jar\"), message); return message;");

        assertThat(answer).isEqualTo("\"FileSystemException\"");
        assertThat(bundles.resolve("more.jar")).doesNotExist();
    }

    @Test
    void opensASocketToTheHost() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String answer =
                    answer("new Socket(\"127.0.0.1\", " + listener.getLocalPort() + ").close(); return message;");

            assertThat(answer).isIn("\"SocketException\"", "\"ConnectException\"");
        }
    }

    @Test
    void runsAProgram() {
        assertThat(answer("new ProcessBuilder(\"/bin/sh\", \"-c\", \"true\").start(); return message;"))
                .isEqualTo("\"IOException\"");
    }

    @Test
    void looksForOtherProcesses() {
        assertThat(answer("return String.valueOf(ProcessHandle.allProcesses().count());"))
                .isEqualTo("\"1\"");
    }

    @Test
    void fillsTheDisk() {
        assertThat(answer("""
                for (int i = 0; ; i++) {
                    Files.write(Path.of("fill" + i), new byte[1 << 20]);
                }
                """)).isEqualTo("\"IOException\"");
    }

    @Test
    void deletesItsOwnFolder() {
        assertThat(answer("""
                Files.walk(Path.of("")).sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
                return message;
                """)).isEqualTo("\"hen\"");
    }
}
