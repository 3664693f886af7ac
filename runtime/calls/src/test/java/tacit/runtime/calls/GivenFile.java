package tacit.runtime.calls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.TraceFile;

/** A file of these bytes, which may break behind them. */
record GivenFile(String content, @Nullable IOException failure) implements TraceFile {

    static GivenFile of(String latin1) {
        return new GivenFile(latin1, null);
    }

    @Override
    public String name() {
        return "folder/runs.jsonl";
    }

    @Override
    public String batch() {
        return "runs";
    }

    @Override
    public InputStream open() {
        InputStream bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
        return failure == null ? bytes : new SequenceInputStream(bytes, new Broken(failure));
    }

    private static final class Broken extends InputStream {

        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
        }
    }
}
