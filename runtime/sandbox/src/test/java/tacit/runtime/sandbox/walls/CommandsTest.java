package tacit.runtime.sandbox.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.sandbox.SandboxLevel;

class CommandsTest {

    private static final Limits LIMITS = new Limits(128, 32, 448);

    @TempDir
    Path bin;

    private Tools tools;

    @BeforeEach
    void look() {
        tools = new Tools(List.of(bin));
    }

    private void install(String... names) throws Exception {
        for (String name : names) {
            assertThat(Files.createFile(bin.resolve(name)).toFile().setExecutable(true))
                    .isTrue();
        }
    }

    private List<String> command(Walls walls) {
        return walls.command(Path.of("/data/cell-1"), 60_706, room -> List.of("program", room.toString()));
    }

    @Test
    void offersOtherUsersToRootAlone() {
        List<Walls> all = AllWalls.upTo(SandboxLevel.ISOLATED, true, tools, LIMITS, List.of());
        List<Walls> others = AllWalls.upTo(SandboxLevel.ISOLATED, false, tools, LIMITS, List.of());

        assertThat(all).extracting(Walls::level).contains(SandboxLevel.LIMITED);
        assertThat(others).extracting(Walls::level).doesNotContain(SandboxLevel.LIMITED);
        assertThat(AllWalls.upTo(SandboxLevel.PROCESS, true, tools, LIMITS, List.of()))
                .hasSize(1);
    }

    @Test
    void runsBareWhereNothingIsInstalled() {
        Walls walls = new ProcessWalls(tools, LIMITS);

        assertThat(command(walls)).containsExactly("program", "/data/cell-1");
        assertThat(walls.words()).hasSize(1);
    }

    @Test
    void limitsWhatItCan() throws Exception {
        install("prlimit");
        Walls walls = new ProcessWalls(tools, LIMITS);

        assertThat(command(walls))
                .contains("--data=469762048", "--fsize=33554432")
                .doesNotContain("--nproc=128");
        assertThat(walls.words()).hasSize(2);
    }

    @Test
    void changesTheUserAndItsRights() throws Exception {
        install("prlimit", "setpriv");

        assertThat(command(new UserWalls(tools, LIMITS)))
                .contains("--reuid", "60706", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--nproc=128");
    }

    @Test
    void isNotAvailableWithoutItsTools() throws Exception {
        install("prlimit", "unshare");

        assertThat(new UserWalls(tools, LIMITS).available()).isFalse();
        assertThat(new NamespaceWalls(tools, LIMITS, List.of(), true).available())
                .isFalse();
        assertThat(new BubblewrapWalls(tools, LIMITS, List.of()).available()).isFalse();
        assertThatThrownBy(() -> tools.path("bwrap")).hasMessage("Cannot find program 'bwrap'");
    }

    @Test
    void showsBubblewrapNamedPathsOnly() throws Exception {
        install("prlimit", "bwrap");
        Path link = Files.createSymbolicLink(bin.resolve("link"), Path.of("real"));

        List<String> command = command(new BubblewrapWalls(tools, LIMITS, List.of(bin, link, Path.of("/dev/null"))));

        assertThat(command)
                .containsSubsequence("--ro-bind", bin.toString(), bin.toString())
                .containsSubsequence("--symlink", "real", link.toString())
                .containsSubsequence("--tmpfs", "/cell", "--chdir", "/cell")
                .endsWith("program", "/cell")
                .doesNotContain("/dev/null");
    }

    @Test
    void needsUserNamespacesUnlessItIsRoot() throws Exception {
        install("sh", "env", "mount", "unshare", "setpriv", "prlimit");

        assertThat(command(new NamespaceWalls(tools, LIMITS, List.of(), false))).contains("--map-root-user");
        assertThat(command(new NamespaceWalls(tools, LIMITS, List.of(), true)))
                .contains("--reuid")
                .doesNotContain("--map-root-user");
    }

    @Test
    void namesWhatJavaLinksToOutsideOfItself(@TempDir Path folder) throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/conf")).getParent();
        Files.createDirectories(java.resolve("lib"));
        Path real = Files.createFile(folder.resolve("real"));
        Path hop = Files.createSymbolicLink(folder.resolve("hop"), real);
        Files.createSymbolicLink(java.resolve("conf/settings"), hop);
        Files.createSymbolicLink(java.resolve("conf/inner"), Path.of("../lib"));

        List<Path> visible = new ArrayList<>(VisiblePaths.of(java, List.of(folder.resolve("image"))));

        assertThat(visible).contains(java, hop, real).doesNotContain(java.resolve("lib"), folder.resolve("image"));
    }
}
