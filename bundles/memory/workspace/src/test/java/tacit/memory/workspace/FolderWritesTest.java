package tacit.memory.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing and removing files below a root, and nothing beside. */
class FolderWritesTest {

    @TempDir
    Path temporary;

    private Home home;

    @BeforeEach
    void open() throws IOException {
        home = new Home(temporary);
    }

    @Test
    void removesAFileThatIsStillTheOneThatWasRead() throws IOException {
        home.write("notes/a.md", "a");

        assertThat(home.files.delete(Home.WS, "notes/a.md", Sha256.of("b"))).isFalse();
        assertThat(home.root.resolve("notes/a.md")).exists();
        assertThat(home.files.delete(Home.WS, "notes/a.md", Sha256.of("a"))).isTrue();
        assertThat(home.root.resolve("notes/a.md")).doesNotExist();
        assertThat(home.files.delete(Home.WS, "notes/a.md", Sha256.of("a"))).isFalse();
    }

    @Test
    void removesNothingOutsideOrWithoutAFolder() {
        assertThatThrownBy(() -> home.files.delete(Home.WS, "../outside/secret.md", Sha256.of("not yours")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(home.outside.resolve("secret.md")).exists();
        assertThat(new FolderFiles(id -> Optional.empty(), 1 << 20).delete(Home.WS, "a.md", "x"))
                .isFalse();
    }

    @Test
    void doesNotMakeARootThatWentAway() throws IOException {
        Files.delete(home.root);

        assertThatThrownBy(() -> home.files.replace(Home.WS, "a/b.md", null, "x"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(home.root).doesNotExist();
    }

    @Test
    void makesANewFileWithItsFolders() {
        assertThat(home.files.replace(Home.WS, ".cowork/memory/a.md", null, "hello"))
                .isTrue();

        assertThat(home.root.resolve(".cowork/memory/a.md")).hasContent("hello");
        assertThat(home.paths("", 5)).containsExactly(".cowork/memory/a.md");
    }

    @Test
    void replacesWhatIsAsExpected() throws IOException {
        home.write("a.md", "old");
        Files.setPosixFilePermissions(home.root.resolve("a.md"), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(home.files.replace(Home.WS, "a.md", Sha256.of("old"), "new")).isTrue();

        assertThat(home.root.resolve("a.md")).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root.resolve("a.md"))))
                .isEqualTo("rw-r-----");
        assertThat(home.left()).containsExactly("a.md");
    }

    @Test
    void leavesAloneWhatIsNotAsExpected() throws IOException {
        home.write("a.md", "theirs");

        assertThat(home.files.replace(Home.WS, "a.md", Sha256.of("old"), "new")).isFalse();
        assertThat(home.files.replace(Home.WS, "a.md", null, "new")).isFalse();
        assertThat(home.files.replace(Home.WS, "b.md", Sha256.of("old"), "new")).isFalse();

        assertThat(home.root.resolve("a.md")).hasContent("theirs");
        assertThat(home.left()).containsExactly("a.md");
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        home.write("a.md/b.md", "b");

        assertThatThrownBy(() -> home.files.replace(Home.WS, "a.md", null, "new"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(home.root.resolve("a.md/b.md")).hasContent("b");
    }

    @Test
    void refusesFilesThatAreTooLarge() throws IOException {
        FolderFiles small = new FolderFiles(id -> Optional.of(home.root.toString()), 1024);
        home.write("a.md", "x".repeat(1025));

        assertThatThrownBy(() -> small.read(Home.WS, "a.md", 10)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> small.replace(Home.WS, "b.md", null, "é".repeat(513)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(small.replace(Home.WS, "b.md", null, "é".repeat(512))).isTrue();
        assertThat(small.read(Home.WS, "b.md", Integer.MAX_VALUE).orElseThrow().whole())
                .isTrue();
        assertThatThrownBy(() -> new FolderFiles(id -> Optional.empty(), 1023))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sweepsWhatADeadWriterLeft() throws IOException {
        Path dead = home.root.resolve(".tacit-dead.tmp");
        Path living = home.root.resolve(".tacit-living.tmp");
        Files.writeString(dead, "half");
        Files.writeString(living, "half");
        Files.setLastModifiedTime(dead, java.nio.file.attribute.FileTime.fromMillis(0));

        home.files.replace(Home.WS, "a.md", null, "a");

        assertThat(dead).doesNotExist();
        assertThat(living).exists();
        assertThat(home.paths("", 1)).containsExactly("a.md");
    }
}
