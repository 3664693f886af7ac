package tacit.evidence.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tacit.api.ingest.TraceFile;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/** Reads real OpenInference dumps, where they are there. */
class TrailDataTest {

    @Test
    void readsEveryTraceAndSpanOfTheRealDumps() throws IOException {
        ListSink sink = new ListSink();
        for (Path path : files("traces")) {
            new OpenInferenceSource().read(new PackedFile(path), sink);
        }

        List<Span> spans =
                sink.updates.stream().flatMap(update -> update.spans().stream()).toList();
        assertThat(sink.refused).isEmpty();
        assertThat(sink.updates).hasSize(74);
        assertThat(spans).hasSize(2024);
        assertThat(spans).filteredOn(span -> span.operation().equals("chat")).hasSize(855);
        assertThat(spans)
                .filteredOn(span -> span.operation().equals("execute_tool"))
                .hasSize(269);
        assertThat(spans)
                .filteredOn(span -> span.operation().equals("invoke_agent"))
                .hasSize(101);
        assertThat(spans)
                .filteredOn(span -> span.status() == SpanStatus.ERROR)
                .hasSize(207)
                .allMatch(span -> span.errorType() != null && span.statusMessage() != null);
        assertThat(spans).filteredOn(span -> span.tokens() > 0).isNotEmpty();
        assertThat(spans).allMatch(span -> span.startedAt() != null && span.endedAt() != null);
    }

    @Test
    void takesNoAnnotationForATrace() throws IOException {
        ListSink sink = new ListSink();
        List<Path> annotations = files("annotations");
        for (Path path : annotations) {
            new OpenInferenceSource().read(new PackedFile(path), sink);
        }

        assertThat(sink.updates).isEmpty();
        assertThat(sink.refused).hasSize(annotations.size()).allMatch(reason -> reason.contains("Not a trace"));
    }

    private static List<Path> files(String folder) throws IOException {
        String stated = System.getenv("TACIT_DATA");
        Path data = stated == null ? Path.of(System.getenv("TACIT_ROOT"), "..", "shared", "data") : Path.of(stated);
        Path path = data.resolve("trail").resolve(folder);
        assumeTrue(Files.isDirectory(path), "The real data is not here: " + path);
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        }
    }

    private record PackedFile(Path path) implements TraceFile {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public String batch() {
            return "trail";
        }

        @Override
        public InputStream open() throws IOException {
            return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)));
        }
    }
}
