package tacit.evidence.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a reason where content is longer than anybody may expect: a small file can unpack to any size. */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long taken;

    LimitedStream(InputStream content, long limit) {
        super(content);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        taken += read;
        if (taken > limit) {
            throw new UnreadableException("Unpacks to more than " + limit + " bytes");
        }
    }
}
