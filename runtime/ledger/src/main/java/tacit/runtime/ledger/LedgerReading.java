package tacit.runtime.ledger;

import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.LedgerEntry;

/**
 * What the bytes of a ledger hold: where its lines lie and which generations they name, and the last line; the others stay in
 * the file. An append is one write of a line and its end, so a crash leaves some begin of a line, or zeros where the disk
 * never got the content; everything else that does not fit is not the work of a crash. Immutable.
 */
final class LedgerReading {

    /** What the first entry is tied to. */
    static final String START = "0".repeat(64);

    private final long[] ends;
    private final long[] numbers;
    private final @Nullable LedgerEntry last;
    private final byte[] torn;
    private final long highest;

    private LedgerReading(long[] ends, long[] numbers, @Nullable LedgerEntry last, byte[] torn, long highest) {
        this.ends = ends;
        this.numbers = numbers;
        this.last = last;
        this.torn = torn;
        this.highest = highest;
    }

    /** How many lines hold. */
    int size() {
        return ends.length;
    }

    Optional<LedgerEntry> last() {
        return Optional.ofNullable(last);
    }

    /** The highest number of a generation; 0 without one. */
    long highest() {
        return highest;
    }

    /** The numbers of all generations, ascending. */
    List<Long> numbers() {
        return Arrays.stream(numbers).sorted().distinct().boxed().toList();
    }

    /** The last line, counted from 0, whose generation has such a number. */
    OptionalInt line(LongPredicate number) {
        return IntStream.iterate(size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> number.test(numbers[i]))
                .findFirst();
    }

    /** Where a line begins, in bytes. */
    long begin(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /** The length of all lines that hold in bytes. */
    long length() {
        return begin(size());
    }

    /** What a crash left behind them; empty when nothing. */
    byte[] torn() {
        return torn.clone();
    }

    /** The same lines and one more. */
    LedgerReading with(LedgerEntry entry, int lineLength) {
        long number = entry.generation().number();
        long[] moreEnds = Arrays.copyOf(ends, size() + 1);
        long[] moreNumbers = Arrays.copyOf(numbers, size() + 1);
        moreEnds[size()] = length() + lineLength;
        moreNumbers[size()] = number;
        return new LedgerReading(moreEnds, moreNumbers, entry, new byte[0], Math.max(highest, number));
    }

    /**
     * Reads all lines.
     *
     * @param each told every entry, oldest first
     * @throws BrokenLine when the chain does not hold
     */
    static LedgerReading of(byte[] file, Consumer<LedgerEntry> each) throws BrokenLine {
        LongStream.Builder ends = LongStream.builder();
        LongStream.Builder numbers = LongStream.builder();
        LedgerEntry last = null;
        long highest = 0;
        int begin = 0;
        while (begin < file.length) {
            int end = endOfLine(file, begin);
            byte[] line = Arrays.copyOfRange(file, begin, end);
            if (end == file.length || (end == file.length - 1 && wasCut(line))) {
                break;
            }
            last = checked(line, last);
            each.accept(last);
            begin = end + 1;
            ends.add(begin);
            numbers.add(last.generation().number());
            highest = Math.max(highest, last.generation().number());
        }
        byte[] torn = Arrays.copyOfRange(file, begin, file.length);
        return new LedgerReading(ends.build().toArray(), numbers.build().toArray(), last, torn, highest);
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

    private static LedgerEntry checked(byte[] line, @Nullable LedgerEntry before) throws BrokenLine {
        long number = before == null ? 1 : before.sequence() + 1;
        LedgerEntry entry = sound(line, number);
        if (entry.sequence() != number) {
            throw new BrokenLine(
                    number, "it is entry " + entry.sequence() + ": lines are missing, doubled or out of order");
        }
        if (!entry.previousHash().equals(before == null ? START : before.hash())) {
            throw new BrokenLine(number, "it does not follow the line before it: that one was replaced");
        }
        return entry;
    }

    /** Reads one line, whatever stands before it. */
    static LedgerEntry sound(byte[] line, long number) throws BrokenLine {
        LedgerEntry entry = parsed(line, number);
        if (!Arrays.equals(line, LedgerLine.write(LedgerLine.sealed(entry)))) {
            throw new BrokenLine(number, "it was changed after it was written: its hash does not belong to it");
        }
        return entry;
    }

    private static LedgerEntry parsed(byte[] line, long number) throws BrokenLine {
        try {
            return LedgerLine.read(line);
        } catch (IOException e) {
            throw new BrokenLine(number, "it is cut off or no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new BrokenLine(number, "it is not an entry of a ledger", e);
        }
    }
}
