package tacit.store.hsqldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.hsqldb.lib.FileAccess.FileSync;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CommitLogTest {

    @TempDir
    private Path folder;

    private final CommitLog log = new CommitLog();

    /** What the engine does within a commit. */
    private interface Step {

        void run() throws IOException;
    }

    private static Connection committing(Step step) {
        return (Connection) Proxy.newProxyInstance(
                CommitLogTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    step.run();
                    return null;
                });
    }

    @Test
    void commitsWhatTheEngineWrote() throws IOException, SQLException {
        Path file = folder.resolve("tacit.log");
        try (OutputStream stream = log.openOutputStreamElementAppend(file.toString())) {
            FileSync sync = log.getFileSync(stream);

            log.commit(committing(() -> {
                stream.write("row".getBytes(StandardCharsets.UTF_8));
                sync.sync();
            }));

            assertThat(file).hasContent("row");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheLogCannotBeWritten() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("tacit.log"), Path.of("/dev/full"));
        try (OutputStream stream = log.openOutputStreamElementAppend(full.toString())) {
            FileSync sync = log.getFileSync(stream);
            // as the engine does it, which goes on after a failure
            Connection connection = committing(() -> {
                try {
                    stream.write("row".getBytes(StandardCharsets.UTF_8));
                    sync.sync();
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("No space left");
                }
            });

            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> log.commit(connection))
                        .isInstanceOf(SQLException.class)
                        .hasMessageStartingWith("Cannot write the log of the database: No space left");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void goesOnWithTheNextLog() throws IOException, SQLException {
        Path full = Files.createSymbolicLink(folder.resolve("old.log"), Path.of("/dev/full"));
        try (OutputStream old = log.openOutputStreamElementAppend(full.toString())) {
            assertThatThrownBy(() -> old.write("row".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class);
        }
        Path next = folder.resolve("tacit.log");
        try (OutputStream stream = log.openOutputStreamElementAppend(next.toString())) {
            log.commit(committing(() -> {
                stream.write("row".getBytes(StandardCharsets.UTF_8));
                log.getFileSync(stream).sync();
            }));

            assertThat(next).hasContent("row");
        }
    }

    @Test
    void leavesOtherFilesToTheEngine() throws IOException {
        try (OutputStream stream =
                log.openOutputStreamElementAppend(folder.resolve("tacit.script").toString())) {
            stream.write("row".getBytes(StandardCharsets.UTF_8));

            assertThatCode(() -> log.getFileSync(stream).sync()).doesNotThrowAnyException();
        }
        assertThat(folder.resolve("tacit.script")).hasContent("row");
    }
}
