package tacit.evidence.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;

/** A file that lies in memory. */
final class TextFile implements TraceFile {

    private final byte[] content;

    TextFile(byte[] content) {
        this.content = content.clone();
    }

    static TextFile of(String content) {
        return new TextFile(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "runs.json";
    }

    @Override
    public String batch() {
        return "runs";
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    Sample sample() {
        String text = new String(content, StandardCharsets.UTF_8);
        return new Sample(name(), text.substring(0, Math.min(65_536, text.length())), text.length() <= 65_536);
    }
}
