package tacit.runtime.ledger;

import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tacit.api.generation.LedgerEntry;

/**
 * What the bytes of a ledger hold. An append is one write of a line and its end, so a crash leaves some begin of a line, or
 * zeros where the disk never got the content; everything else that does not fit is not the work of a crash. Immutable.
 */
final class LedgerReading {

    /** What the first entry is tied to. */
    static final String START = "0".repeat(64);

    private final List<LedgerEntry> entries;
    private final long length;
    private final byte[] torn;

    LedgerReading(List<LedgerEntry> entries, long length, byte[] torn) {
        this.entries = List.copyOf(entries);
        this.length = length;
        this.torn = torn.clone();
    }

    /** The lines that hold. */
    List<LedgerEntry> entries() {
        return entries;
    }

    /** The length of those lines in bytes. */
    long length() {
        return length;
    }

    /** What a crash left behind them; empty when nothing. */
    byte[] torn() {
        return torn.clone();
    }

    /** The same lines and one more. */
    LedgerReading with(LedgerEntry entry, int lineLength) {
        List<LedgerEntry> more = new ArrayList<>(entries);
        more.add(entry);
        return new LedgerReading(more, length + lineLength, new byte[0]);
    }

    /**
     * Reads all lines.
     *
     * @throws BrokenLine when the chain does not hold
     */
    static LedgerReading of(byte[] file) throws BrokenLine {
        List<LedgerEntry> entries = new ArrayList<>();
        int begin = 0;
        while (begin < file.length) {
            int end = endOfLine(file, begin);
            byte[] line = Arrays.copyOfRange(file, begin, end);
            if (end == file.length || (end == file.length - 1 && wasCut(line))) {
                return new LedgerReading(entries, begin, Arrays.copyOfRange(file, begin, file.length));
            }
            entries.add(checked(line, entries));
            begin = end + 1;
        }
        return new LedgerReading(entries, begin, new byte[0]);
    }

    private static int endOfLine(byte[] file, int begin) {
        int end = begin;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean wasCut(byte[] line) {
        for (byte letter : line) {
            if (letter == 0) {
                return true;
            }
        }
        try {
            LedgerLine.read(line);
            return false;
        } catch (JsonEOFException e) {
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static LedgerEntry checked(byte[] line, List<LedgerEntry> before) throws BrokenLine {
        int number = before.size() + 1;
        LedgerEntry entry = parsed(line, number);
        if (!Arrays.equals(line, LedgerLine.write(LedgerLine.sealed(entry)))) {
            throw new BrokenLine(number, "it was changed after it was written: its hash does not belong to it");
        }
        if (entry.sequence() != number) {
            throw new BrokenLine(
                    number, "it is entry " + entry.sequence() + ": lines are missing, doubled or out of order");
        }
        if (!entry.previousHash()
                .equals(number == 1 ? START : before.get(number - 2).hash())) {
            throw new BrokenLine(number, "it does not follow the line before it: that one was replaced");
        }
        return entry;
    }

    private static LedgerEntry parsed(byte[] line, int number) throws BrokenLine {
        try {
            return LedgerLine.read(line);
        } catch (IOException e) {
            throw new BrokenLine(number, "it is cut off or no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new BrokenLine(number, "it is not an entry of a ledger", e);
        }
    }
}
