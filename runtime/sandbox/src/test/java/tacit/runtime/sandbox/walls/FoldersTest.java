package tacit.runtime.sandbox.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path data;

    @Test
    void makesFoldersThatTheOwnerAloneCanEnter() throws Exception {
        Folders folders = new Folders(data.resolve("sandbox"));

        Path first = folders.create(60_706, false);

        assertThat(folders.create(60_706, false)).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(first)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void deletesWhatAKilledHostLeft() throws Exception {
        Files.createDirectories(data.resolve("sandbox/cell-1/framework"));
        Files.writeString(data.resolve("sandbox/cell-1/framework/left"), "over");

        new Folders(data.resolve("sandbox"));

        assertThat(data.resolve("sandbox")).isEmptyDirectory();
    }

    @Test
    void deletesLinksAndNotWhatTheyPointTo() throws Exception {
        Path precious = Files.createDirectories(data.resolve("precious/inside"));
        Folders folders = new Folders(data.resolve("sandbox"));
        Path folder = folders.create(60_706, false);
        Files.createSymbolicLink(folder.resolve("trap"), precious.getParent());

        folders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void deletesAllWhenItIsClosed() throws Exception {
        Folders folders = new Folders(data.resolve("sandbox"));
        folders.create(60_706, false);

        folders.close();

        assertThat(data.resolve("sandbox")).doesNotExist();
    }
}
