package tacit.learn.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.IngestReceipt.RejectedUpdate;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.Impact;
import tacit.api.learn.LearningReport;
import tacit.api.learn.Signature;
import tacit.api.store.Scope;
import tacit.api.trace.AppendResult;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

class LearnCommandTest {

    private static final Outcome FAILED = Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.GRADER);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeTraceStore store = new FakeTraceStore();
    private final List<Path> asked = new ArrayList<>();

    @Test
    void listsTheFormatsThatCanBeRead() {
        assertThat(run(false, "--formats")).isEqualTo(Command.OK);

        assertThat(text(out)).startsWith("hen-house ").contains("what the hens did");
        assertThat(asked).isEmpty();
    }

    @Test
    void printsOneJsonObjectWithWhatWasReadAndRefused() throws IOException {
        int exit = run(false, "runs.json", "--json");

        JsonNode report = new ObjectMapper().readTree(out.toByteArray());
        assertThat(exit).isEqualTo(Command.OK);
        assertThat(report.at("/traces").toString()).isEqualTo("{\"read\":2,\"new\":2,\"duplicate\":0,\"refused\":2}");
        assertThat(report.path("spans").asInt()).isEqualTo(2);
        assertThat(report.at("/outcomes").toString())
                .isEqualTo("{\"success\":0,\"failure\":1,\"neutral\":0,\"unknown\":1}");
        assertThat(report.at("/refused/0/position").asText()).isEqualTo("element 2");
        assertThat(report.at("/refused/1/reason").asText()).isEqualTo("Too large");
        assertThat(report.at("/clusters/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "title", "category", "signature", "state", "count", "traces", "impact", "examples");
        assertThat(report.path("elapsedMs").isNumber()).isTrue();
    }

    @Test
    void tellsAPersonWhatKeepsFailing() {
        run(false, "runs.json");

        assertThat(text(out))
                .contains("Read 2 traces with 2 spans", "1 failure", "What keeps failing", "No such column")
                .contains("Refused 2:", "1 x Too large");
        assertThat(text(out).lines()).allMatch(line -> line.length() <= 80);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void showsProgressOnATerminalOnly() {
        run(true, "runs.json");

        assertThat(text(err)).contains("Reading").contains("Learning [");
    }

    @Test
    void resolvesPathsAgainstTheCallersDirectory() {
        run(false, "a/../runs.json");

        assertThat(asked).containsExactly(Path.of("/caller/runs.json"));
    }

    @Test
    void refusesToRunWithoutAPath() {
        assertThat(run(false, "--json")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("At least one file or folder must be given", "Usage: tacit learn");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void refusesAnUnknownOptionAndAFormatWithoutValue() {
        assertThat(run(false, "--loud", "x")).isEqualTo(Command.FAILED);
        assertThat(run(false, "x", "--format")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("Unknown option '--loud'", "Option '--format' needs a value");
    }

    @Test
    void failsWithTheReasonWhenNothingCanBeRead() {
        assertThat(run(false, "missing.json")).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains("path must exist");
    }

    private int run(boolean terminal, String... words) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                80,
                Path.of("/caller"));
        return new LearnCommand(
                        new TwoRuns(),
                        LearnCommandTest.this::ingest,
                        (scope, progress) -> {
                            progress.progress(1, 2);
                            return new LearningReport(2, 1, 1, 1);
                        },
                        new OneCluster(),
                        new FakeEvalCases(),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .run(List.of(words), console);
    }

    private IngestReceipt ingest(Scope scope, List<TraceUpdate> updates) {
        List<AppendResult> accepted = new ArrayList<>();
        List<RejectedUpdate> rejected = new ArrayList<>();
        for (int index = 0; index < updates.size(); index++) {
            if (updates.get(index).trace().id().equals("large")) {
                rejected.add(new RejectedUpdate(index, 1, "Too large"));
            } else {
                accepted.addAll(store.append(scope, List.of(updates.get(index))));
            }
        }
        return new IngestReceipt(accepted, rejected, 0, 0);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A file with two runs, one that is too large, and one that is broken. */
    private final class TwoRuns implements TraceFiles {

        @Override
        public List<TraceSource> formats() {
            return List.of(new HenHouse());
        }

        @Override
        public void read(List<Path> paths, String format, FileSink sink) {
            asked.addAll(paths);
            if (paths.get(0).endsWith("missing.json")) {
                throw new IllegalArgumentException("path must exist, got 'missing.json'");
            }
            TraceFile file = new NamedFile();
            sink.begin(file, "test", 10);
            TraceSink content = sink.sink(file);
            content.accept(update("failed", FAILED), "element 0");
            content.accept(update("large", Outcome.UNKNOWN), "element 1");
            content.refuse("element 2", "Not an object");
            content.accept(update("open", Outcome.UNKNOWN), "element 3");
            sink.end(file);
        }

        private TraceUpdate update(String id, Outcome outcome) {
            Span span = Span.builder("s", Operation.STEP, "step").build();
            return TraceUpdate.of(Trace.builder(id).outcome(outcome).build(), List.of(span));
        }
    }

    private static final class NamedFile implements TraceFile {

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
            return InputStream.nullInputStream();
        }
    }

    /** Knows one family. */
    private static final class OneCluster extends FakeClusters {

        OneCluster() {
            families.add(new FailureCluster(
                    "k1",
                    "No such column in sql, in a title that is much too long for a terminal of eighty columns",
                    "tool_error",
                    FailureClass.AGENT,
                    new Signature("execute_tool", "sql", "tool_error", "no such column", "last"),
                    ClusterState.STABLE,
                    12,
                    7,
                    new Impact(12_345, Duration.ofSeconds(61)),
                    null,
                    null,
                    List.of("t1", "t2"),
                    1));
        }
    }

    private static final class HenHouse implements TraceSource {

        @Override
        public String format() {
            return "hen-house";
        }

        @Override
        public String description() {
            return "what the hens did";
        }

        @Override
        public double recognises(Sample sample) {
            return 0;
        }

        @Override
        public void read(TraceFile file, TraceSink sink) {
            throw new UnsupportedOperationException("No file is read here");
        }
    }
}
