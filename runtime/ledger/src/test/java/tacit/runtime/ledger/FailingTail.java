package tacit.runtime.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The end of a file on a disk that is full: half of a line gets there, then the write fails. */
final class FailingTail implements LedgerTail {

    private final LedgerTail real;
    boolean full;
    boolean stuck;

    FailingTail(Path file) {
        real = new FileTail(file);
    }

    @Override
    public void write(long position, byte[] line) throws IOException {
        if (full) {
            real.write(position, Arrays.copyOf(line, line.length / 2));
            throw new IOException("No space left on device");
        }
        real.write(position, line);
    }

    @Override
    public void cut(long position) throws IOException {
        if (stuck) {
            throw new IOException("Read-only file system");
        }
        real.cut(position);
    }
}
