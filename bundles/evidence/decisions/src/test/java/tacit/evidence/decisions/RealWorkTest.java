package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.ingest.TraceSource;
import tacit.api.learn.FailureDetector;
import tacit.evidence.transcripts.TacitLinesSource;
import tacit.runtime.calls.JsonCalls;

/** Calls with recorded work of a real agent are asked again: a file is read, and its traces are searched for failures. */
class RealWorkTest {

    private static final Path ROOT = Path.of(System.getenv().getOrDefault("TACIT_ROOT", "../../.."));
    private static final String READ = "read(TraceFile,TraceSink)";
    private static final int TRACES = 30;

    private final ObjectMapper json = new ObjectMapper();
    private final JsonCalls calls = new JsonCalls();
    private Components components;
    private String file;

    @BeforeEach
    void readSample() throws IOException {
        components = new Components();
        file = inputs(TRACES);
    }

    private String inputs(int lines) throws IOException {
        Path sample = ROOT.resolve("examples/records-agent/sample/records-agent.jsonl");
        try (Stream<String> all = Files.lines(sample)) {
            String text = all.limit(lines).map(line -> line + "\n").collect(Collectors.joining());
            ObjectNode content = json.createObjectNode()
                    .put("name", sample.toString())
                    .put("batch", "records-agent")
                    .put("text", text);
            return json.createArrayNode().add(content).addNull().toString();
        }
    }

    @Test
    void everySourceReadsTheFileAgainAsItDid() throws IOException {
        int told = 0;
        for (Object source : components.providing(TraceSource.class)) {
            RecordedCall call = read(source);

            assertThat(calls.ask(source, TraceSource.class, READ, call.inputs()))
                    .isEqualTo(call.output());
            told += json.readTree(call.output()).path("told").size();
        }
        assertThat(told).isGreaterThanOrEqualTo(TRACES);
    }

    @Test
    void everyDetectorFindsAgainWhatItFound() throws IOException {
        List<String> traces = traces();
        int findings = 0;
        for (Object detector : components.providing(FailureDetector.class)) {
            for (String trace : traces) {
                RecordedCall call =
                        RecordedCall.of(calls, detector, FailureDetector.class, "detect(RecordedTrace)", trace);

                assertThat(calls.ask(detector, FailureDetector.class, "detect(RecordedTrace)", call.inputs()))
                        .isEqualTo(call.output());
                findings += json.readTree(call.output()).size();
            }
        }
        assertThat(traces).hasSize(TRACES);
        assertThat(findings).isPositive();
    }

    @Test
    void aFileThatIsLongerThanItsRecordIsNotAskedForAgain() throws IOException {
        Object source = components.providing(TraceSource.class).stream()
                .filter(TacitLinesSource.class::isInstance)
                .findFirst()
                .orElseThrow();

        RecordedCall call = RecordedCall.of(calls, source, TraceSource.class, READ, inputs(Integer.MAX_VALUE));

        assertThat(call.inputs()).contains("\"complete\":false");
        assertThat(call.output()).isEqualTo("{\"answer\":null,\"told\":[],\"complete\":false}");
        assertThatThrownBy(() -> calls.ask(source, TraceSource.class, READ, call.inputs()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more of a file was read than its record holds");
    }

    private RecordedCall read(Object source) {
        return RecordedCall.of(calls, source, TraceSource.class, READ, file);
    }

    /** The first traces of the file, as inputs of a detector. */
    private List<String> traces() throws IOException {
        List<String> traces = new ArrayList<>();
        for (Object source : components.providing(TraceSource.class)) {
            for (JsonNode told : json.readTree(read(source).output()).path("told")) {
                if (told.has("accept") && traces.size() < TRACES) {
                    ObjectNode update = (ObjectNode) told.get("accept");
                    update.remove("outcomes");
                    traces.add(json.createArrayNode().add(update).toString());
                }
            }
        }
        return traces;
    }
}
