package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tacit.api.sandbox.CaseResult;
import tacit.api.sandbox.SandboxLevel;

/** What the lower levels keep away, and what they do not. */
class LevelsTest {

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    private static String answer(ProcessSandbox sandbox, String statements) {
        CaseResult result = Sandboxes.only(sandboxes.ask(sandbox, Candidates.answering(statements), "hen"));
        assertThat(result.reason()).isNull();
        return result.output();
    }

    private static ProcessSandbox limited() {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("highest_level", "limited"));
        assumeTrue(
                sandbox.level() == SandboxLevel.LIMITED,
                "this system offers no other user: it needs root, setpriv and prlimit");
        return sandbox;
    }

    private static Path secret() throws IOException {
        Path secret = Files.writeString(sandboxes.home().resolve("secret"), "hens");
        return Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void limitedKeepsFilesOfTheHostAwayThatAreItsOwn() throws Exception {
        assertThat(answer(limited(), "return Files.readString(Path.of(\"" + secret() + "\"));"))
                .isEqualTo("\"AccessDeniedException\"");
    }

    @Test
    void limitedShowsWhatEverybodyMayRead() {
        assertThat(answer(limited(), "return Files.readString(Path.of(\"/etc/passwd\")).substring(0, 4);"))
                .isEqualTo("\"root\"");
    }

    @Test
    void limitedStopsTooManyThreads() {
        byte[] jar = Candidates.answering("""
                for (int i = 0; i < 5000; i++) {
                    Thread thread = new Thread(() -> java.util.concurrent.locks.LockSupport.park());
                    thread.setDaemon(true);
                    thread.start();
                }
                return message;
                """);

        assertThat(Sandboxes.only(sandboxes.ask(limited(), jar, "hen")).status())
                .isEqualTo(CaseResult.Status.THREW);
    }

    @Test
    void processHasAnEmptyEnvironmentAndAFolderOfItsOwn() {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("highest_level", "process"));

        assertThat(sandbox.level()).isEqualTo(SandboxLevel.PROCESS);
        assertThat(answer(sandbox, "return System.getenv().toString();")).isEqualTo("\"{}\"");
        assertThat(answer(sandbox, "return Files.getPosixFilePermissions(Path.of(\"\").toAbsolutePath()).toString();"))
                .contains("OWNER_READ")
                .doesNotContain("GROUP", "OTHERS");
    }

    @Test
    void processTakesItsFolderAndItsChildrenWithIt() throws Exception {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("highest_level", "process", "warm_cells", 0));
        String answer = answer(sandbox, """
                Process child = new ProcessBuilder("/bin/sleep", "1000").start();
                return child.pid() + " " + Path.of("").toAbsolutePath();
                """);
        String[] parts = answer.replace("\"", "").split(" ", 2);

        Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(parts[0]));
        if (child.isPresent()) {
            child.get().onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(Path.of(parts[1])).doesNotExist();
    }

    @Test
    void processIsKilledAtItsDeadlineToo() {
        ProcessSandbox sandbox = sandboxes.sandbox(Map.of("highest_level", "process"));

        CaseResult result = Sandboxes.only(
                sandbox.run(sandboxes.run(Candidates.answering("while (true) {}"), Duration.ofSeconds(1), "hen")));

        assertThat(result.status()).isEqualTo(CaseResult.Status.TIMED_OUT);
    }
}
