package tacit.memory.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles.Entry;

class FolderFilesTest {

    private static final String WS = "w";

    @TempDir
    Path temporary;

    private Path root;
    private Path outside;
    private FolderFiles files;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(temporary.resolve("workspace"));
        outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.md"), "not yours");
        files = FolderFiles.of(root);
    }

    @Test
    void readsAFileWhole() throws IOException {
        write("notes/a.md", "Grüße");

        WorkspaceFile file = files.read(WS, "notes/a.md", 100).orElseThrow();

        assertThat(file.text()).isEqualTo("Grüße");
        assertThat(file.whole()).isTrue();
        assertThat(file.size()).isEqualTo(7);
        assertThat(file.sha256()).isEqualTo(Sha256.of("Grüße"));
        assertThat(file.path()).isEqualTo("notes/a.md");
        assertThat(file.modifiedAt())
                .isEqualTo(Files.getLastModifiedTime(root.resolve("notes/a.md")).toInstant());
    }

    @Test
    void readsTheBeginAndKnowsTheFingerprintOfTheWhole() throws IOException {
        write("a.md", "x".repeat(200_000) + "end");

        WorkspaceFile file = files.read(WS, "a.md", 10).orElseThrow();

        assertThat(file.text()).isEqualTo("x".repeat(10));
        assertThat(file.whole()).isFalse();
        assertThat(file.sha256()).isEqualTo(Sha256.of("x".repeat(200_000) + "end"));
    }

    @Test
    void cutsNoLetterInTwo() throws IOException {
        write("a.md", "aé€𝄞z");

        assertThat(files.read(WS, "a.md", 2).orElseThrow().text()).isEqualTo("a");
        assertThat(files.read(WS, "a.md", 3).orElseThrow().text()).isEqualTo("aé");
        assertThat(files.read(WS, "a.md", 9).orElseThrow().text()).isEqualTo("aé€");
        assertThat(files.read(WS, "a.md", 10).orElseThrow().text()).isEqualTo("aé€𝄞");
        assertThat(files.read(WS, "a.md", 0).orElseThrow().text()).isEmpty();
    }

    @Test
    void removesAFileThatIsStillTheOneThatWasRead() throws IOException {
        write("notes/a.md", "a");

        assertThat(files.delete(WS, "notes/a.md", Sha256.of("b"))).isFalse();
        assertThat(root.resolve("notes/a.md")).exists();
        assertThat(files.delete(WS, "notes/a.md", Sha256.of("a"))).isTrue();
        assertThat(root.resolve("notes/a.md")).doesNotExist();
        assertThat(files.delete(WS, "notes/a.md", Sha256.of("a"))).isFalse();
    }

    @Test
    void removesNothingOutsideOrWithoutAFolder() {
        assertThatThrownBy(() -> files.delete(WS, "../outside/secret.md", Sha256.of("not yours")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(outside.resolve("secret.md")).exists();
        assertThat(new FolderFiles(id -> Optional.empty(), 1 << 20).delete(WS, "a.md", "x"))
                .isFalse();
    }

    @Test
    void answersNothingWhereNoFileIs() throws IOException {
        write("notes/a.md", "a");

        assertThat(files.read(WS, "b.md", 10)).isEmpty();
        assertThat(files.read(WS, "no/b.md", 10)).isEmpty();
        assertThat(files.read(WS, "notes", 10)).isEmpty();
        assertThat(files.read(WS, "notes/a.md/b.md", 10)).isEmpty();
    }

    @Test
    void hasNoFilesWithoutAFolder() {
        FolderFiles none = new FolderFiles(id -> Optional.empty(), 1024);

        assertThat(none.folder(WS)).isEmpty();
        assertThat(none.read(WS, "a.md", 10)).isEmpty();
        assertThat(none.list(WS, "", 3, List.of())).isEmpty();
        assertThatThrownBy(() -> none.replace(WS, "a.md", null, "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> none.read(WS, "../a.md", 10)).isInstanceOf(IllegalArgumentException.class);
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
        assertThatThrownBy(() -> files.read(WS, path, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.replace(WS, path, null, "a")).isInstanceOf(IllegalArgumentException.class);
        if (!path.isEmpty()) {
            assertThatThrownBy(() -> files.list(WS, path, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesVeryLongNames() {
        assertThatThrownBy(() -> files.read(WS, "é".repeat(128), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.read(WS, "a/".repeat(501) + "b", 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(files.read(WS, "x".repeat(255), 10)).isEmpty();
    }

    @Test
    void refusesLinksOutAndIn() throws IOException {
        write("inner/a.md", "a");
        Files.createSymbolicLink(root.resolve("file.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("own"), root.resolve("inner"));
        Files.createSymbolicLink(root.resolve("dangling.md"), outside.resolve("new.md"));

        for (String path : List.of("file.md", "folder/secret.md", "own/a.md", "dangling.md", "folder/new.md")) {
            assertThatThrownBy(() -> files.read(WS, path, 10)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> files.replace(WS, path, null, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> files.list(WS, "folder", 1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(outside.resolve("new.md")).doesNotExist();
        assertThat(outside.resolve("secret.md")).hasContent("not yours");
    }

    @Test
    void doesNotFollowARootThatBecameALink() throws IOException {
        Files.delete(root);
        Files.createSymbolicLink(root, outside);

        assertThat(files.read(WS, "secret.md", 10)).isEmpty();
        assertThat(files.list(WS, "", 2, List.of())).isEmpty();
        assertThatThrownBy(() -> files.replace(WS, "new.md", null, "x")).isInstanceOf(UncheckedIOException.class);
        assertThat(outside.resolve("new.md")).doesNotExist();
    }

    @Test
    void doesNotMakeARootThatWentAway() throws IOException {
        Files.delete(root);

        assertThatThrownBy(() -> files.replace(WS, "a/b.md", null, "x")).isInstanceOf(UncheckedIOException.class);
        assertThat(root).doesNotExist();
    }

    @Test
    void listsFilesByPath() throws IOException {
        write("b.md", "bb");
        write("a/c.md", "c");
        write("a/deep/er.md", "d");
        write("node_modules/x.md", "x");
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("link.md"), outside.resolve("secret.md"));

        assertThat(paths("", 9, "node_modules")).containsExactly("a/c.md", "a/deep/er.md", "b.md");
        assertThat(paths("", 1)).containsExactly("b.md");
        assertThat(paths("", 2)).containsExactly("a/c.md", "b.md", "node_modules/x.md");
        assertThat(paths("a", 1)).containsExactly("a/c.md");
        assertThat(paths("nowhere", 1)).isEmpty();
        assertThat(paths("b.md", 1)).isEmpty();
        assertThat(files.list(WS, "", 1, List.of()).get(0).size()).isEqualTo(2);
    }

    @Test
    void refusesAListOfNoDepth() {
        assertThatThrownBy(() -> files.list(WS, "", 0, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesANewFileWithItsFolders() {
        assertThat(files.replace(WS, ".cowork/memory/a.md", null, "hello")).isTrue();

        assertThat(root.resolve(".cowork/memory/a.md")).hasContent("hello");
        assertThat(paths("", 5)).containsExactly(".cowork/memory/a.md");
    }

    @Test
    void replacesWhatIsAsExpected() throws IOException {
        write("a.md", "old");
        Files.setPosixFilePermissions(root.resolve("a.md"), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(files.replace(WS, "a.md", Sha256.of("old"), "new")).isTrue();

        assertThat(root.resolve("a.md")).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("a.md"))))
                .isEqualTo("rw-r-----");
        assertThat(left()).containsExactly("a.md");
    }

    @Test
    void leavesAloneWhatIsNotAsExpected() throws IOException {
        write("a.md", "theirs");

        assertThat(files.replace(WS, "a.md", Sha256.of("old"), "new")).isFalse();
        assertThat(files.replace(WS, "a.md", null, "new")).isFalse();
        assertThat(files.replace(WS, "b.md", Sha256.of("old"), "new")).isFalse();

        assertThat(root.resolve("a.md")).hasContent("theirs");
        assertThat(left()).containsExactly("a.md");
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        write("a.md/b.md", "b");

        assertThatThrownBy(() -> files.replace(WS, "a.md", null, "new")).isInstanceOf(UncheckedIOException.class);
        assertThat(root.resolve("a.md/b.md")).hasContent("b");
    }

    @Test
    void refusesFilesThatAreTooLarge() throws IOException {
        FolderFiles small = new FolderFiles(id -> Optional.of(root.toString()), 1024);
        write("a.md", "x".repeat(1025));

        assertThatThrownBy(() -> small.read(WS, "a.md", 10)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> small.replace(WS, "b.md", null, "é".repeat(513)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(small.replace(WS, "b.md", null, "é".repeat(512))).isTrue();
        assertThat(small.read(WS, "b.md", Integer.MAX_VALUE).orElseThrow().whole())
                .isTrue();
        assertThatThrownBy(() -> new FolderFiles(id -> Optional.empty(), 1023))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sweepsWhatADeadWriterLeft() throws IOException {
        Path dead = root.resolve(".tacit-dead.tmp");
        Path living = root.resolve(".tacit-living.tmp");
        Files.writeString(dead, "half");
        Files.writeString(living, "half");
        Files.setLastModifiedTime(dead, java.nio.file.attribute.FileTime.fromMillis(0));

        files.replace(WS, "a.md", null, "a");

        assertThat(dead).doesNotExist();
        assertThat(living).exists();
        assertThat(paths("", 1)).containsExactly("a.md");
    }

    private List<String> paths(String folder, int depth, String... skipped) {
        return files.list(WS, folder, depth, List.of(skipped)).stream()
                .map(Entry::path)
                .toList();
    }

    private List<String> left() throws IOException {
        try (var list = Files.list(root)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
