package tacit.runtime.calls;

import java.io.IOException;
import java.io.InputStream;
import tacit.api.ingest.TraceFile;

/** A file made of what was recorded of it. Confined to one call. */
final class RecordedFile implements TraceFile {

    private final FileContent content;
    private volatile boolean missed;

    RecordedFile(FileContent content) {
        this.content = content;
    }

    @Override
    public String name() {
        return content.name();
    }

    @Override
    public String batch() {
        return content.batch();
    }

    @Override
    public InputStream open() throws IOException {
        if (content.bytes().length == 0 && content.failure() != null) {
            throw content.failure();
        }
        return new Replayed();
    }

    /** Whether somebody asked for more than was recorded. */
    boolean missed() {
        return missed;
    }

    /** The recorded bytes, and behind them the end, the failure, or what nobody knows. */
    private final class Replayed extends InputStream {

        private int position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int left = content.bytes().length - position;
            if (length > 0 && left == 0) {
                return behind();
            }
            int count = Math.min(length, left);
            System.arraycopy(content.bytes(), position, target, offset, count);
            position += count;
            return count;
        }

        private int behind() throws IOException {
            if (content.failure() != null) {
                throw content.failure();
            }
            if (!content.complete()) {
                missed = true;
                throw new IOException("Only the first " + content.bytes().length + " bytes were recorded");
            }
            return -1;
        }
    }
}
