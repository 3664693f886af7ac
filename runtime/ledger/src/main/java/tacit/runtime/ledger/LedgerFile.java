package tacit.runtime.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tacit.api.generation.LedgerEntry;

/** The file of the ledger: how it is opened, and how it grows by one line or not at all. Guarded by its ledger. */
final class LedgerFile {

    private final Path file;
    private final LedgerTail tail;
    private boolean inDoubt;

    LedgerFile(Path file, LedgerTail tail) {
        this.file = file;
        this.tail = tail;
    }

    /**
     * Reads and checks all lines.
     *
     * @throws IllegalStateException when the file cannot be read, or its chain does not hold
     */
    LedgerReading open() {
        try {
            SafeFolder.create(Objects.requireNonNull(file.getParent()));
            return LedgerReading.of(Files.exists(file) ? Files.readAllBytes(file) : new byte[0], entry -> {});
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open ledger '" + file + "': " + e, e);
        } catch (BrokenLine e) {
            // Without a cause: what shows only the innermost one must not leave out the file and the remedy
            throw new IllegalStateException("Cannot open ledger '" + file + "': line " + e.number() + " does not hold, "
                    + e.getMessage() + ". " + remedy(e.number()));
        }
    }

    /**
     * Reads all lines again.
     *
     * @throws IllegalStateException when the file can no longer be read, or holds something else by now
     */
    List<LedgerEntry> entries(LedgerReading reading) {
        List<LedgerEntry> entries = new ArrayList<>(reading.size());
        try {
            LedgerReading.of(bytes(0, reading.length()), entries::add);
        } catch (IOException e) {
            throw unreadable(e.toString(), e);
        } catch (BrokenLine e) {
            throw unreadable("line " + e.number() + " does not hold any more, " + e.getMessage(), e);
        }
        return List.copyOf(entries);
    }

    /**
     * Reads one line again.
     *
     * @param line counted from 0
     * @throws IllegalStateException when the file can no longer be read, or holds something else by now
     */
    LedgerEntry entry(LedgerReading reading, int line) {
        try {
            byte[] bytes = bytes(reading.begin(line), reading.begin(line + 1) - 1);
            return LedgerReading.sound(bytes, line + 1);
        } catch (IOException e) {
            throw unreadable(e.toString(), e);
        } catch (BrokenLine e) {
            throw unreadable("line " + e.number() + " does not hold any more, " + e.getMessage(), e);
        }
    }

    private IllegalStateException unreadable(String reason, Exception cause) {
        return new IllegalStateException("Cannot read ledger '" + file + "': " + reason, cause);
    }

    private byte[] bytes(long begin, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - begin));
        if (!bytes.hasRemaining()) {
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, begin + bytes.position()) < 0) {
                    throw new EOFException("it ends at byte " + channel.size() + " and had more");
                }
            }
        }
        return bytes.array();
    }

    private static String remedy(long line) {
        String whole = line == 1 ? "No line before it can be kept" : "Lines 1 to " + (line - 1) + " hold";
        return whole + ". Bring the file back from a backup; or delete line " + line
                + " and all after it to go back to what was active then; or move the file away to begin anew with the"
                + " bundles of the image";
    }

    List<String> findings(LedgerReading reading) {
        byte[] torn = reading.torn();
        if (torn.length == 0) {
            return List.of();
        }
        return List.of("Line " + (reading.size() + 1) + " of ledger '" + file + "' was cut off by a crash after "
                + torn.length
                + " bytes and is left out: what it was to record never took effect. The next change keeps it"
                + " in '" + aside(torn).getFileName() + "'");
    }

    /**
     * Adds a line and returns after it is on disk.
     *
     * @throws IllegalStateException when it cannot be written; then the file holds what it held before
     */
    LedgerReading append(LedgerReading before, LedgerEntry entry) {
        if (inDoubt) {
            throw new IllegalStateException("Cannot write to ledger '" + file
                    + "': an earlier line could neither be written nor taken back; restart the host");
        }
        byte[] line = LedgerLine.write(entry);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        try {
            prepare(before);
            writeOrTakeBack(before.length(), ended);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write to ledger '" + file + "', nothing was changed: " + e, e);
        }
        return before.with(entry, ended.length);
    }

    /** Nothing is ever glued to a line that a crash cut off: it is kept in a file beside, then it is cut. */
    private void prepare(LedgerReading before) throws IOException {
        SafeFolder.create(Objects.requireNonNull(file.getParent()));
        byte[] torn = before.torn();
        long there = Files.exists(file) ? Files.size(file) : 0;
        if (there != before.length() && there != before.length() + torn.length) {
            throw new IOException("it has " + there + " bytes and had " + (before.length() + torn.length)
                    + " when it was last looked at: something else changes it");
        }
        if (there > before.length()) {
            Path aside = aside(torn);
            SafeFolder.replace(aside, aside.resolveSibling(aside.getFileName() + ".tmp"), torn);
            tail.cut(before.length());
        }
    }

    /** Where even taking back fails the file is in doubt, and nothing more is written until it has been read anew. */
    private void writeOrTakeBack(long position, byte[] line) throws IOException {
        try {
            tail.write(position, line);
        } catch (IOException e) {
            try {
                tail.cut(position);
            } catch (IOException again) {
                inDoubt = true;
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private Path aside(byte[] torn) {
        return file.resolveSibling("torn-" + Digest.of(torn).substring(0, 16));
    }
}
