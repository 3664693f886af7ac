package tacit.evidence.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSource;

/** A file that exists only in a test. */
record TextFile(String name, String content) implements TraceFile {

    static TextFile of(String content) {
        return new TextFile("runs/batch-7.json", content);
    }

    @Override
    public String batch() {
        return "batch-7";
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    Sample sample() {
        return new Sample(name, content, true);
    }

    ListSink readBy(TraceSource source) throws IOException {
        ListSink sink = new ListSink();
        source.read(this, sink);
        return sink;
    }
}
