package tacit.memory.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.WorkspaceFile;

class FolderFilesTest {

    @TempDir
    Path temporary;

    private Home home;

    @BeforeEach
    void open() throws IOException {
        home = new Home(temporary);
    }

    @Test
    void readsAFileWhole() throws IOException {
        home.write("notes/a.md", "Grüße");

        WorkspaceFile file = home.files.read(Home.WS, "notes/a.md", 100).orElseThrow();

        assertThat(file.text()).isEqualTo("Grüße");
        assertThat(file.whole()).isTrue();
        assertThat(file.size()).isEqualTo(7);
        assertThat(file.sha256()).isEqualTo(Sha256.of("Grüße"));
        assertThat(file.path()).isEqualTo("notes/a.md");
        assertThat(file.modifiedAt())
                .isEqualTo(Files.getLastModifiedTime(home.root.resolve("notes/a.md"))
                        .toInstant());
    }

    @Test
    void readsTheBeginAndKnowsTheFingerprintOfTheWhole() throws IOException {
        home.write("a.md", "x".repeat(200_000) + "end");

        WorkspaceFile file = home.files.read(Home.WS, "a.md", 10).orElseThrow();

        assertThat(file.text()).isEqualTo("x".repeat(10));
        assertThat(file.whole()).isFalse();
        assertThat(file.sha256()).isEqualTo(Sha256.of("x".repeat(200_000) + "end"));
    }

    @Test
    void cutsNoLetterInTwo() throws IOException {
        home.write("a.md", "aé€𝄞z");

        assertThat(home.files.read(Home.WS, "a.md", 2).orElseThrow().text()).isEqualTo("a");
        assertThat(home.files.read(Home.WS, "a.md", 3).orElseThrow().text()).isEqualTo("aé");
        assertThat(home.files.read(Home.WS, "a.md", 9).orElseThrow().text()).isEqualTo("aé€");
        assertThat(home.files.read(Home.WS, "a.md", 10).orElseThrow().text()).isEqualTo("aé€𝄞");
        assertThat(home.files.read(Home.WS, "a.md", 0).orElseThrow().text()).isEmpty();
    }

    @Test
    void answersNothingWhereNoFileIs() throws IOException {
        home.write("notes/a.md", "a");

        assertThat(home.files.read(Home.WS, "b.md", 10)).isEmpty();
        assertThat(home.files.read(Home.WS, "no/b.md", 10)).isEmpty();
        assertThat(home.files.read(Home.WS, "notes", 10)).isEmpty();
        assertThat(home.files.read(Home.WS, "notes/a.md/b.md", 10)).isEmpty();
    }

    @Test
    void hasNoFilesWithoutAFolder() {
        FolderFiles none = new FolderFiles(id -> Optional.empty(), 1024);

        assertThat(none.folder(Home.WS)).isEmpty();
        assertThat(none.read(Home.WS, "a.md", 10)).isEmpty();
        assertThat(none.list(Home.WS, "", 3, List.of())).isEmpty();
        assertThatThrownBy(() -> none.replace(Home.WS, "a.md", null, "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> none.read(Home.WS, "../a.md", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                ".",
                "../outside/secret.md",
                "a/../../outside/secret.md",
                "a/..",
                "./a.md",
                "a//b.md",
                "/etc/passwd",
                "a/",
                "a\\b.md",
                "..\\outside\\secret.md",
                "a\0.md",
                "a\nb.md",
                "a/ /b",
                ".tacit-1.tmp",
                "\u007f.md"
            })
    void refusesAPathThatIsNotPlainlyBelow(String path) {
        assertThatThrownBy(() -> home.files.read(Home.WS, path, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> home.files.replace(Home.WS, path, null, "a"))
                .isInstanceOf(IllegalArgumentException.class);
        if (!path.isEmpty()) {
            assertThatThrownBy(() -> home.files.list(Home.WS, path, 1, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesVeryLongNames() {
        assertThatThrownBy(() -> home.files.read(Home.WS, "é".repeat(128), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> home.files.read(Home.WS, "a/".repeat(501) + "b", 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(home.files.read(Home.WS, "x".repeat(255), 10)).isEmpty();
    }

    @Test
    void refusesLinksOutAndIn() throws IOException {
        home.write("inner/a.md", "a");
        Files.createSymbolicLink(home.root.resolve("file.md"), home.outside.resolve("secret.md"));
        Files.createSymbolicLink(home.root.resolve("folder"), home.outside);
        Files.createSymbolicLink(home.root.resolve("own"), home.root.resolve("inner"));
        Files.createSymbolicLink(home.root.resolve("dangling.md"), home.outside.resolve("new.md"));

        for (String path : List.of("file.md", "folder/secret.md", "own/a.md", "dangling.md", "folder/new.md")) {
            assertThatThrownBy(() -> home.files.read(Home.WS, path, 10)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> home.files.replace(Home.WS, path, null, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> home.files.list(Home.WS, "folder", 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(home.outside.resolve("new.md")).doesNotExist();
        assertThat(home.outside.resolve("secret.md")).hasContent("not yours");
    }

    @Test
    void doesNotFollowARootThatBecameALink() throws IOException {
        Files.delete(home.root);
        Files.createSymbolicLink(home.root, home.outside);

        assertThat(home.files.read(Home.WS, "secret.md", 10)).isEmpty();
        assertThat(home.files.list(Home.WS, "", 2, List.of())).isEmpty();
        assertThatThrownBy(() -> home.files.replace(Home.WS, "new.md", null, "x"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(home.outside.resolve("new.md")).doesNotExist();
    }

    @Test
    void listsFilesByPath() throws IOException {
        home.write("b.md", "bb");
        home.write("a/c.md", "c");
        home.write("a/deep/er.md", "d");
        home.write("node_modules/x.md", "x");
        Files.createSymbolicLink(home.root.resolve("link"), home.outside);
        Files.createSymbolicLink(home.root.resolve("link.md"), home.outside.resolve("secret.md"));

        assertThat(home.paths("", 9, "node_modules")).containsExactly("a/c.md", "a/deep/er.md", "b.md");
        assertThat(home.paths("", 1)).containsExactly("b.md");
        assertThat(home.paths("", 2)).containsExactly("a/c.md", "b.md", "node_modules/x.md");
        assertThat(home.paths("a", 1)).containsExactly("a/c.md");
        assertThat(home.paths("nowhere", 1)).isEmpty();
        assertThat(home.paths("b.md", 1)).isEmpty();
        assertThat(home.files.list(Home.WS, "", 1, List.of()).get(0).size()).isEqualTo(2);
    }

    @Test
    void refusesAListOfNoDepth() {
        assertThatThrownBy(() -> home.files.list(Home.WS, "", 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASizeThatNoArrayHas() {
        assertThat(new FolderFiles(id -> Optional.of(home.root.toString()), Integer.MAX_VALUE - 1)
                        .read(Home.WS, "none.md", Integer.MAX_VALUE))
                .isEmpty();
        assertThatThrownBy(() -> new FolderFiles(id -> Optional.empty(), Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("largest must be from 1024 to 2147483646, got 2147483647");
        assertThatThrownBy(() -> new FolderFiles(id -> Optional.empty(), 1023))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1023");
    }
}
