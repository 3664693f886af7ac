package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private static final String RUN = "INSERT INTO AUDIT_ENTRY VALUES(7,1,'ben','experiment.run','x1','{}','a')\n";

    @TempDir
    Path data;

    private Path log;

    @BeforeEach
    void log() throws IOException {
        log = Files.createDirectories(data.resolve("db")).resolve("tacit.log");
    }

    @Test
    void tellsWhatWasAuditedSince() throws IOException {
        LogTail tail = new LogTail(data);
        assertThat(tail.tells("experiment.run")).isFalse();

        Files.writeString(log, RUN + "COMMIT\n");

        assertThat(tail.tells("experiment.run")).isTrue();
        assertThat(tail.tells("experiment.promote")).isFalse();
    }

    @Test
    void leavesOutWhatWasAuditedBefore() throws IOException {
        Files.writeString(log, RUN);
        LogTail tail = new LogTail(data);

        Files.writeString(log, "COMMIT\n", StandardOpenOption.APPEND);

        assertThat(tail.tells("experiment.run")).isFalse();
    }

    @Test
    void readsALogThatBeganAnew() throws IOException {
        Files.writeString(log, "COMMIT\n".repeat(100));
        LogTail tail = new LogTail(data);

        Files.writeString(log, "");
        assertThat(tail.tells("experiment.run")).isFalse();
        Files.writeString(log, RUN, StandardOpenOption.APPEND);

        assertThat(tail.tells("experiment.run")).isTrue();
    }

    @Test
    void goesByEntriesOfTheAuditLogAlone() throws IOException {
        LogTail tail = new LogTail(data);

        Files.writeString(log, "INSERT INTO NOTES VALUES('experiment.run')\n");

        assertThat(tail.tells("experiment.run")).isFalse();
    }
}
