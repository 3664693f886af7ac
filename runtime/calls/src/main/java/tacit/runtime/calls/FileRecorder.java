package tacit.runtime.calls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceFile;

/** Hands out a file and keeps the beginning of it, as far as it is read and up to a bound. Thread-safe. */
final class FileRecorder implements TraceFile {

    /** The most that is kept of a file. */
    static final int BOUND = 256 * 1024;

    private final TraceFile file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean beyond;
    private boolean ended;
    private @Nullable IOException failure;

    FileRecorder(TraceFile file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public String batch() {
        return file.batch();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new Heard(file.open());
        } catch (IOException e) {
            fail(0, e);
            throw e;
        }
    }

    /** Whether more was read than is kept. */
    synchronized boolean beyond() {
        return beyond;
    }

    synchronized FileContent content() {
        return new FileContent(
                file.name(), file.batch(), kept.toByteArray(), ended && !beyond, beyond ? null : failure);
    }

    /** A file that is opened twice gives the same bytes twice: only what is new is kept. */
    private synchronized void keep(long position, byte[] bytes, int offset, int count) {
        long known = kept.size() - position;
        if (beyond || known < 0 || known >= count) {
            return;
        }
        int fresh = (int) Math.min(count - known, BOUND - kept.size());
        kept.write(bytes, offset + (int) known, fresh);
        beyond = count - known > fresh;
    }

    private synchronized void end(long position) {
        ended |= position == kept.size();
    }

    private synchronized void fail(long position, IOException e) {
        failure = position == kept.size() ? e : failure;
    }

    /** Reads as the file does, and never says how much is at hand: that may differ from one time to the next. */
    private final class Heard extends InputStream {

        private final InputStream content;
        private long position;

        Heard(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count;
            try {
                count = content.read(target, offset, length);
            } catch (IOException e) {
                fail(position, e);
                throw e;
            }
            if (count < 0) {
                end(position);
            } else {
                keep(position, target, offset, count);
                position += count;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
