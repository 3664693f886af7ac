package tacit.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.sandbox.SandboxLevel;
import tacit.runtime.sandbox.process.CellCommand;
import tacit.runtime.sandbox.walls.AllWalls;
import tacit.runtime.sandbox.walls.Folders;
import tacit.runtime.sandbox.walls.Limits;
import tacit.runtime.sandbox.walls.Probe;
import tacit.runtime.sandbox.walls.Tools;
import tacit.runtime.sandbox.walls.VisiblePaths;
import tacit.runtime.sandbox.walls.Walls;

/** Walls count when they stand, not when their tools are there. */
class ProbeTest {

    private static final Limits LIMITS = new Limits(128, 32, 448);

    @RegisterExtension
    static final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path folder;

    private Path java;
    private Probe probe;
    private String user;
    private List<Path> visible;

    @BeforeEach
    void prepare() throws Exception {
        java = Path.of(System.getProperty("java.home")).toRealPath();
        Path image = sandboxes.home().resolve("cell").toRealPath();
        Folders folders = new Folders(folder.resolve("sandbox"));
        user = folders.owner();
        visible = VisiblePaths.of(java, List.of(image));
        CellCommand command = new CellCommand(java, image, 64);
        String secret = Files.writeString(folder.resolve("secret"), "hens").toString();
        probe = new Probe(LIMITS, folders, user, command::lookAround, List.of("/etc/passwd", secret));
    }

    private SandboxLevel best(Tools tools) {
        return probe.best(AllWalls.upTo(SandboxLevel.ISOLATED, user.equals("0"), tools, LIMITS, visible))
                .level();
    }

    /** The tools of the system, one of them in another form. */
    private Tools tools(String name, String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path fake = Files.writeString(bin.resolve(name), script);
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Tools(List.of(bin, Path.of("/usr/bin"), Path.of("/bin")));
    }

    @Test
    void fallsALevelWhereNamespacesAreForbidden() throws Exception {
        assumeTrue(user.equals("0"), "only root may change the user");

        assertThat(best(tools("unshare", "#!/bin/sh\necho 'unshare failed: Operation not permitted' >&2\nexit 1\n")))
                .isEqualTo(SandboxLevel.LIMITED);
    }

    @Test
    void fallsTwoLevelsWhereNothingIsInstalled() {
        assertThat(best(new Tools(List.of(folder)))).isEqualTo(SandboxLevel.PROCESS);
    }

    @Test
    void takesNoWallsThatLeak() {
        Walls pretended = new Pretended(SandboxLevel.ISOLATED, "/bin/sh", "-c", "exec \"$@\"", "pretended");
        Walls plain = new Pretended(SandboxLevel.PROCESS, "/usr/bin/env", "-i");

        assertThat(probe.best(List.of(pretended, plain))).isSameAs(plain);
    }

    @Test
    void takesNoOtherUserThatIsTheHostItself() {
        Walls pretended = new Pretended(
                SandboxLevel.LIMITED, "/usr/bin/prlimit", "--nproc=128", "--nofile=256", "--fsize=33554432", "--");
        Walls plain = new Pretended(SandboxLevel.PROCESS, "/usr/bin/env", "-i");

        assertThat(probe.best(List.of(pretended, plain))).isSameAs(plain);
    }

    @Test
    void saysSoWhenNothingStarts() {
        Walls broken = new Pretended(SandboxLevel.PROCESS, "/bin/false");

        assertThatThrownBy(() -> probe.best(List.of(broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot start a child process: [pretended: the system does not allow it]");
    }

    /** Walls that are what they claim or not. */
    private record Pretended(SandboxLevel level, List<String> prefix) implements Walls {

        private Pretended(SandboxLevel level, String... prefix) {
            this(level, List.of(prefix));
        }

        @Override
        public List<String> words() {
            return List.of("pretended");
        }

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public boolean foreignUser() {
            return false;
        }

        @Override
        public List<String> command(Path room, int other, Function<Path, List<String>> program) {
            List<String> command = new ArrayList<>(prefix);
            command.addAll(program.apply(room));
            return command;
        }
    }
}
