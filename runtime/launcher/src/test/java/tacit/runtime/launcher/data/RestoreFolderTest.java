package tacit.runtime.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreFolderTest {

    @TempDir
    Path root;

    @Test
    void takesThePlaceOfNothing() throws IOException {
        DataDirectory data = new DataDirectory(root);
        RestoreFolder folder = RestoreFolder.open(data, false);
        Files.writeString(folder.draft().operatorToken(), "token");
        Files.createDirectories(folder.draft().frameworkCache());

        Optional<Path> aside = folder.takePlace();

        assertThat(aside).isEmpty();
        assertThat(data.operatorToken()).hasContent("token");
        assertThat(data.frameworkCache()).doesNotExist();
        assertThat(data.restoring()).doesNotExist();
    }

    @Test
    void refusesADirectoryThatHoldsSomething() throws IOException {
        Files.writeString(root.resolve("operator-token"), "mine");

        assertThatThrownBy(() -> RestoreFolder.open(new DataDirectory(root), false))
                .hasMessageContaining("it holds 'operator-token'")
                .hasMessageContaining("deletes nothing");

        assertThat(root.resolve("operator-token")).hasContent("mine");
        assertThat(root.resolve(".restoring")).doesNotExist();
    }

    @Test
    void movesAsideWhatIsThereAndDeletesNothing() throws IOException {
        DataDirectory data = new DataDirectory(root);
        Files.createDirectories(data.database());
        Files.writeString(data.database().resolve("tacit.data"), "old rows");
        Files.writeString(data.operatorToken(), "old");
        RestoreFolder folder = RestoreFolder.open(data, true);
        Files.writeString(folder.draft().operatorToken(), "new");

        Path aside = folder.takePlace().orElseThrow();

        assertThat(data.operatorToken()).hasContent("new");
        assertThat(aside.resolve("operator-token")).hasContent("old");
        assertThat(aside.resolve("db/tacit.data")).hasContent("old rows");
        assertThat(data.database()).doesNotExist();
    }

    @Test
    void leavesEverythingAsItWasWhenItIsGivenUp() throws IOException {
        DataDirectory data = new DataDirectory(root);
        Files.writeString(data.operatorToken(), "old");
        RestoreFolder folder = RestoreFolder.open(data, true);
        Files.writeString(folder.draft().operatorToken(), "new");

        folder.discard();

        assertThat(data.operatorToken()).hasContent("old");
        assertThat(data.restoring()).doesNotExist();
    }

    @Test
    void keepsEverybodyElseOutUntilItIsRunAgain() throws IOException {
        DataDirectory data = new DataDirectory(root);
        RestoreFolder cutOff = RestoreFolder.open(data, false);

        assertThatThrownBy(() -> DataLock.tryAcquire(data, "up")).hasMessageContaining("was cut off");

        Optional<DataLock> again = DataLock.tryAcquire(data, DataLock.RESTORE);
        assertThat(again).isPresent();
        again.orElseThrow().release();
        cutOff.takePlace();
        DataLock.tryAcquire(data, "up").orElseThrow().release();
    }

    @Test
    void countsWhatAnEarlierRestoreMovedAsideAsNothing() throws IOException {
        DataDirectory data = new DataDirectory(root);
        Files.createDirectories(root.resolve("before-restore-20260301-120000-000"));

        RestoreFolder folder = RestoreFolder.open(data, false);

        assertThat(folder.takePlace()).isEmpty();
        assertThat(root.resolve("before-restore-20260301-120000-000")).isDirectory();
    }
}
