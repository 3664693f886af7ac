package tacit.bench.kills;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a host wrote into the log of its database since a moment, which nobody else may open. Confined to one thread. */
final class LogTail {

    private final Path log;
    private long from;

    /** @param data of the host */
    LogTail(Path data) throws IOException {
        log = data.resolve("db").resolve("tacit.log");
        from = Files.exists(log) ? Files.size(log) : 0;
    }

    /** Whether an entry of the audit log says that something begins. */
    boolean tells(String action) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // The log begins anew when the files are brought up to date
            from = Math.min(from, file.length());
            byte[] written = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(written);
            return new String(written, StandardCharsets.ISO_8859_1)
                    .lines()
                    .anyMatch(line -> line.startsWith("INSERT INTO AUDIT_ENTRY ") && line.contains(",'" + action));
        }
    }
}
