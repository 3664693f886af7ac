package tacit.runtime.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {

    @TempDir
    Path folder;

    @Test
    void takesItsNameOnlyWhenItIsWhole() throws IOException {
        Path file = folder.resolve("copy");
        try (BackupFile copy = BackupFile.at(file)) {
            copy.add("files/etc/a", false, out -> out.write(1));
            assertThat(file).doesNotExist();

            copy.keep(BackupReaderTest.manifest(copy.parts()));
        }

        assertThat(names()).containsExactly("copy");
    }

    @Test
    void leavesNothingWhenTheDiskIsFull() throws IOException {
        Path file = folder.resolve("copy");

        assertThatThrownBy(() -> {
                    try (BackupFile copy = BackupFile.at(file)) {
                        copy.add("files/etc/a", false, out -> {
                            out.write(new byte[1_000_000]);
                            throw new IOException("No space left on device");
                        });
                        copy.keep(BackupReaderTest.manifest(copy.parts()));
                    }
                })
                .hasMessage("No space left on device");

        assertThat(names()).isEmpty();
    }

    @Test
    void isForItsOwnerOnlyFromTheBegin() throws IOException {
        try (BackupFile copy = BackupFile.at(folder.resolve("copy"))) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(BackupFileTest::rights)).containsExactly("rw-------");
            }
            copy.keep(BackupReaderTest.manifest(copy.parts()));
        }

        assertThat(rights(folder.resolve("copy"))).isEqualTo("rw-------");
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
