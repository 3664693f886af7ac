package tacit.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tacit.api.ingest.TraceSink;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.bench.AnnotatedTrace.Annotation;
import tacit.evidence.otlp.OpenInferenceSource;

/** Reads a folder of OpenInference traces, {@code traces/}, with annotations of the same names, {@code annotations/}. */
final class AnnotatedTraces {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnnotatedTraces() {}

    static List<AnnotatedTrace> in(Path folder) throws IOException {
        Path traces = folder.resolve("traces");
        if (!Files.isDirectory(traces)) {
            throw new IllegalArgumentException("Cannot read '" + folder + "': it has no folder traces");
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(traces)) {
            files = found.sorted().toList();
        }
        List<AnnotatedTrace> read = new ArrayList<>();
        for (Path file : files) {
            Path annotations = folder.resolve("annotations").resolve(file.getFileName());
            read.add(new AnnotatedTrace(trace(file), annotations(annotations)));
        }
        return read;
    }

    private static RecordedTrace trace(Path file) throws IOException {
        Parts parts = new Parts(file);
        new OpenInferenceSource().read(new GzipTraceFile(file), parts);
        return parts.whole();
    }

    private static Set<Annotation> annotations(Path file) throws IOException {
        try (InputStream in = new GzipTraceFile(file).open()) {
            Set<Annotation> annotations = new HashSet<>();
            for (JsonNode error : JSON.readTree(in).path("errors")) {
                annotations.add(new Annotation(
                        error.path("category").asText(), error.path("location").asText()));
            }
            return annotations;
        }
    }

    /** Puts together what a file says of its one trace. */
    private static final class Parts implements TraceSink {

        private final Path file;
        private final Map<String, Span> spans = new LinkedHashMap<>();
        private Trace trace;

        Parts(Path file) {
            this.file = file;
            this.trace = Trace.builder(new GzipTraceFile(file).batch()).build();
        }

        @Override
        public void accept(TraceUpdate update, String position) {
            trace = update.trace();
            update.spans().forEach(span -> spans.putIfAbsent(span.id(), span));
        }

        @Override
        public void refuse(String position, String reason) {
            throw new IllegalArgumentException("Cannot read '" + file + "', " + position + ": " + reason);
        }

        RecordedTrace whole() {
            return new RecordedTrace(trace, List.copyOf(spans.values()));
        }
    }
}
