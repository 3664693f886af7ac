package tacit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tacit.api.ingest.TraceFile;

/** A packed file of traces. */
record GzipTraceFile(Path path) implements TraceFile {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String batch() {
        String file = path.getFileName().toString();
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    @Override
    public InputStream open() throws IOException {
        return new GZIPInputStream(Files.newInputStream(path));
    }
}
