package tacit.runtime.launcher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @TempDir
    Path folder;

    private DataDirectory data;

    @BeforeEach
    void nameTheFolder() {
        data = new DataDirectory(folder.resolve("data"));
    }

    @Test
    void makesTheFolderForItsOwnerOnlyAndNotesTheHolder() throws Exception {
        DataLock lock = DataLock.tryAcquire(data, "up").orElseThrow();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                .isEqualTo("rwx------");
        assertThat(Holder.read(data).orElseThrow().pid())
                .isEqualTo(ProcessHandle.current().pid());
        lock.release();
    }

    @Test
    void refusesASecondHolder() throws Exception {
        DataLock first = DataLock.tryAcquire(data, "up").orElseThrow();

        assertThat(DataLock.tryAcquire(data, "learn")).isEmpty();
        assertThat(Holder.read(data).orElseThrow().description()).contains("(tacit up) has held it since");
        first.release();
    }

    @Test
    void givesTheLockBackWhenTheWorkFails() throws Exception {
        DataLock lock = DataLock.tryAcquire(data, "up").orElseThrow();

        assertThatThrownBy(() -> lock.during(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        Optional<DataLock> next = DataLock.tryAcquire(data, "up");
        assertThat(next).isPresent();
        next.orElseThrow().release();
        assertThat(Holder.read(data)).isEmpty();
    }

    @Test
    void namesNoHolderThatIsDead() throws Exception {
        data.create();
        new Holder(ProcessHandle.current().pid(), Instant.EPOCH, "up").write(data);

        assertThat(Holder.read(data)).as("same number, another process").isEmpty();
    }

    @Test
    void namesNoHolderFromHalfAFile() throws Exception {
        data.create();
        Files.writeString(data.holder(), "pid=12\nsin");

        assertThat(Holder.read(data)).isEmpty();
    }
}
