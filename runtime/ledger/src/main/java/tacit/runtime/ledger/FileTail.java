package tacit.runtime.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The end of a real file; it is opened for each change, so that nothing has to be closed. */
record FileTail(Path file) implements LedgerTail {

    @Override
    public void write(long position, byte[] line) throws IOException {
        try (FileChannel channel = SafeFolder.openForWriting(file)) {
            SafeFolder.writeFully(channel, position, line);
            channel.force(true);
        }
    }

    @Override
    public void cut(long position) throws IOException {
        try (FileChannel channel = SafeFolder.openForWriting(file)) {
            channel.truncate(position);
            channel.force(true);
        }
    }
}
