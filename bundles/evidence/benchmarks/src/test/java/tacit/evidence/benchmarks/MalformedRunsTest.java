package tacit.evidence.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.ingest.TraceSource;

/** Every way in which a run can be wrong: it gets its reason, and the runs around it are read. */
class MalformedRunsTest {

    private static final String DEEP = "[".repeat(2_000) + "]".repeat(2_000);
    private static final String LONG_NUMBER = "9".repeat(5_000);

    static Stream<Arguments> tauRuns() {
        return Stream.of(
                row("nope", "Is no valid JSON at its line 2, column 1"),
                row("{\"task_id\" 1}", "Is no valid JSON at its line 2, column 12"),
                row("{\"task_id\":1]", "Is no valid JSON"),
                row("{\"task_id\":\"a\nb\"}", "Is no valid JSON"),
                row("", "Is empty"),
                row("17", "Must be an object, got number"),
                row("null", "Must be an object, got null"),
                row("[]", "Must be an object, got array"),
                row("{}", "task_id must be text, got nothing"),
                row("{\"task_id\":\"\"}", "task_id must be text, got blank text"),
                row("{\"task_id\":1.5}", "task_id must be text, got number"),
                row("{\"task_id\":{}}", "task_id must be text, got object"),
                row("{\"task_id\":1}", "traj must be an array, got nothing"),
                row("{\"task_id\":1,\"traj\":{}}", "traj must be an array, got object"),
                row("{\"task_id\":1,\"traj\":[\"hi\"]}", "traj must hold messages with a role, got another thing at 0"),
                row("{\"task_id\":1,\"traj\":[{\"role\":\"user\"},{}]}", "got another thing at 1"),
                row("{\"task_id\":1,\"traj\":[{\"role\":3}]}", "got another thing at 0"),
                row("{\"task_id\":1,\"trial\":\"x\",\"traj\":[]}", "trial must be a whole number, got string"),
                row("{\"task_id\":1,\"trial\":" + "9".repeat(30) + ",\"traj\":[]}", "trial must be a whole number"),
                row("{\"task_id\":1,\"reward\":\"1\",\"traj\":[]}", "reward must be a finite number, got string"),
                row("{\"task_id\":1,\"reward\":NaN,\"traj\":[]}", "got a number beyond all bounds"),
                row("{\"task_id\":1,\"reward\":1e999,\"traj\":[]}", "got a number beyond all bounds"),
                row("{\"task_id\":1,\"traj\":" + DEEP + "}", "Is nested more than 256 levels deep"),
                row("{\"task_id\":1,\"trial\":" + LONG_NUMBER + ",\"traj\":[]}", "endless number"),
                row(TauBenchSourceTest.run(901, 0, 1, "[]"), "Repeats the task and trial of an earlier run"));
    }

    @ParameterizedTest
    @MethodSource("tauRuns")
    void refusesABadTauRunAndReadsTheOthers(String bad, String reason) throws IOException {
        String json = "[" + TauBenchSourceTest.run(901, 0, 1, "[]") + ",\n" + bad + ",\n"
                + TauBenchSourceTest.run(902, 0, 1, TauBenchSourceTest.MESSAGES) + "]";

        CollectingSink sink = read(new TauBenchSource(), json);

        assertThat(sink.traceIds()).containsExactly("runs/901/0", "runs/902/0");
        assertThat(sink.refusals)
                .singleElement()
                .asString()
                .startsWith("element 2: ")
                .contains(reason);
    }

    static Stream<Arguments> interCodeRuns() {
        return Stream.of(
                row("\"2\":nope", "key 2: Is no valid JSON at its line 1"),
                row("\"2\":{\"query\"}", "key 2: Is no valid JSON"),
                row("\"2\":", "key 2: Must be an object, got nothing"),
                row("\"2\"", "element 2: Must be a key with a value"),
                row("2:{}", "element 2: Its key must be text, got number"),
                row("", "element 2: Is empty"),
                row("\"2\":17", "key 2: Must be an object, got number"),
                row("\"2\":null", "key 2: Must be an object, got null"),
                row("\" \":" + InterCodeSourceTest.task("q", 1), "Its key must not be blank"),
                row("\"2\":{}", "key 2: turn_history must be an object, got nothing"),
                row("\"2\":{\"query\":\"q\",\"turn_history\":[]}", "turn_history must be an object, got array"),
                row("\"2\":{\"query\":\"q\",\"turn_history\":{}}", "actions must be an array, got nothing"),
                row(
                        "\"2\":{\"query\":\"q\",\"turn_history\":{\"actions\":\"ls\",\"observations\":[]}}",
                        "actions must be an array, got string"),
                row(
                        "\"2\":{\"query\":\"q\",\"turn_history\":{\"actions\":[],\"observations\":7}}",
                        "observations must be an array, got number"),
                row("\"2\":{\"turn_history\":{\"actions\":[],\"observations\":[]}}", "query must be text, got nothing"),
                row(
                        "\"2\":{\"query\":9,\"turn_history\":{\"actions\":[],\"observations\":[]}}",
                        "query must be text, got number"),
                row(
                        "\"2\":{\"query\":\"q\",\"turn_history\":{\"actions\":[],\"observations\":[]},\"summary\":{"
                                + "\"max_reward\":\"all\"}}",
                        "max_reward must be a finite number, got string"),
                row(
                        "\"2\":{\"query\":\"q\",\"turn_history\":{\"actions\":[],\"observations\":[]},\"summary\":{"
                                + "\"max_reward\":-1e999}}",
                        "got a number beyond all bounds"),
                row("\"2\":{\"query\":" + DEEP + "}", "Is nested more than 256 levels deep"),
                row("\"1\":" + InterCodeSourceTest.task("q", 1), "Has the key of an earlier task"));
    }

    @ParameterizedTest
    @MethodSource("interCodeRuns")
    void refusesABadInterCodeRunAndReadsTheOthers(String bad, String reason) throws IOException {
        String json = "{\"1\":" + InterCodeSourceTest.task("a", 1) + ",\n" + bad + ",\n\"3\":"
                + InterCodeSourceTest.task("b", 0) + "}";

        CollectingSink sink = read(new InterCodeSource(), json);

        assertThat(sink.traceIds()).containsExactly("runs/1/0", "runs/3/0");
        assertThat(sink.refusals).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "17", "\"text\"", "null"})
    void refusesAFileThatIsNoContainer(String json) throws IOException {
        assertThat(read(new TauBenchSource(), json).refusals)
                .containsExactly("beginning: Must be a JSON array or object");
        assertThat(read(new InterCodeSource(), json).refusals)
                .containsExactly("beginning: Must be a JSON array or object");
    }

    @Test
    void keepsWhatCameBeforeAFileBreaksOff() throws IOException {
        String whole = "[" + TauBenchSourceTest.run(1, 0, 1, "[]") + "," + TauBenchSourceTest.run(2, 0, 1, "[]") + "]";
        for (int length = 1; length < whole.length(); length++) {
            CollectingSink sink = read(new TauBenchSource(), whole.substring(0, length));

            assertThat(sink.refusals).singleElement().asString().contains("Is cut off");
            assertThat(sink.traceIds().contains("runs/1/0")).isEqualTo(length > whole.indexOf("},{") + 1);
        }
    }

    @Test
    void saysThatMoreStandsBehindTheEnd() throws IOException {
        CollectingSink sink = read(new TauBenchSource(), "[" + TauBenchSourceTest.run(1, 0, 1, "[]") + "] [1]");

        assertThat(sink.updates).hasSize(1);
        assertThat(sink.refusals).containsExactly("end: Holds more behind its closing bracket, which is not read");
    }

    @Test
    void refusesARunInAnotherEncodingAndReadsTheOthers() throws IOException {
        String json = "[" + TauBenchSourceTest.run(1, 0, 1, "[]") + ",{\"task_id\":\"M\u00fcll\",\"traj\":[]},"
                + TauBenchSourceTest.run(3, 0, 1, "[]") + "]";
        CollectingSink sink = new CollectingSink();

        new TauBenchSource().read(new TextFile(json.getBytes(StandardCharsets.ISO_8859_1)), sink);

        assertThat(sink.traceIds()).containsExactly("runs/1/0", "runs/3/0");
        assertThat(sink.refusals).containsExactly("element 2: Is not in UTF-8");
    }

    @Test
    void refusesARunThatIsTooLargeAndReadsTheOthers() throws IOException {
        CollectingSink sink = new CollectingSink();
        List<String> read = new ArrayList<>();
        String json = "[\"" + "y".repeat(100) + "\",{\"n\":2}]";

        JsonElements.read(TextFile.of(json), sink, (place, element) -> read.add(place + " " + element), 50);

        assertThat(read).containsExactly("element 2 {\"n\":2}");
        assertThat(sink.refusals).containsExactly("element 1: Is larger than 50 bytes");
    }

    @Test
    void readsAnEmptyContainerAsNoRuns() throws IOException {
        assertThat(read(new TauBenchSource(), " [ ] ").refusals).isEmpty();
        assertThat(read(new InterCodeSource(), "{}").refusals).isEmpty();
    }

    private static CollectingSink read(TraceSource source, String json) throws IOException {
        CollectingSink sink = new CollectingSink();
        source.read(TextFile.of(json), sink);
        return sink;
    }

    private static Arguments row(String element, String reason) {
        return Arguments.of(element, reason);
    }
}
