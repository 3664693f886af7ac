package tacit.runtime.launcher.terminal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of typed lines in a file of the data directory: for its owner's eyes only, bounded, without secrets. */
public final class KeptHistory extends DefaultHistory {

    private static final int MOST_LINES = 1_000;

    private final Path file;

    private KeptHistory(Path file) {
        this.file = file;
    }

    /** Prepares the file, where it can be, and lets a reader use it. */
    public static KeptHistory in(Path file, LineReaderBuilder reader) throws IOException {
        KeptHistory history = new KeptHistory(file);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        history.hide();
        reader.history(history)
                .variable(LineReader.HISTORY_FILE, file)
                .variable(LineReader.HISTORY_SIZE, MOST_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, MOST_LINES);
        return history;
    }

    @Override
    public void add(Instant time, String line) {
        if (!SecretLines.holds(line)) {
            super.add(time, line);
        }
    }

    /** Writes what is left to write. */
    public void end() throws IOException {
        save();
        hide();
    }

    private void hide() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
