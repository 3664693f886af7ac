package tacit.learn.gate.compare;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.TraceUpdate;

/** Answers updates that a test put under a file name, and a refusal for every other file. */
final class FakeTraceFiles implements TraceFiles {

    private final Map<String, List<TraceUpdate>> files = new HashMap<>();

    FakeTraceFiles with(String fileName, TraceUpdate... updates) {
        files.computeIfAbsent(fileName, name -> new ArrayList<>()).addAll(List.of(updates));
        return this;
    }

    @Override
    public List<TraceSource> formats() {
        return List.of();
    }

    @Override
    public void read(List<Path> paths, String format, FileSink sink) {
        if (!format.equals(AUTO)) {
            throw new IllegalArgumentException("format must be one of auto, got '" + format + "'");
        }
        for (Path path : paths) {
            String name = path.getFileName().toString();
            if (files.containsKey(name)) {
                TraceFile file = new NamedFile(name);
                sink.begin(file, format, 0);
                files.get(name).forEach(update -> sink.sink(file).accept(update, "element"));
                sink.end(file);
            } else {
                sink.refuse(new Refusal(name, "line 1", "no known format"));
            }
        }
    }

    private record NamedFile(String name) implements TraceFile {

        @Override
        public String batch() {
            return name;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}
