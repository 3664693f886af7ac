package tacit.evidence.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Attribute;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

class CodexSourceTest {

    static final String META = line(
            0,
            "session_meta",
            "{\"id\":\"c1\",\"cwd\":\"/w\",\"cli_version\":\"1.2.3\",\"git\":{\"branch\":\"main\"}}");
    static final String ASKED = message(1, "user", "input_text", "Count the files");

    private final CodexSource source = new CodexSource();

    @Test
    void makesOneTraceOfARollout() throws IOException {
        CollectingSink sink = read(
                META,
                message(0, "user", "input_text", "<environment_context>x</environment_context>"),
                ASKED,
                line(1, "turn_context", "{\"model\":\"model-y\"}"),
                item(2, "{\"type\":\"reasoning\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"Think\"}]}"),
                call(3, "k1", "{\\\"command\\\":[\\\"ls\\\"]}"),
                output(5, "k1", "\"three\""),
                tokens(5, 100, 40),
                message(8, "assistant", "output_text", "There are three."),
                tokens(8, 300, 60));

        assertThat(sink.only().trace().id()).isEqualTo("codex:c1");
        assertThat(sink.only().trace().duration()).isEqualTo(Duration.ofSeconds(8));
        assertThat(sink.only().trace().attributes()).containsEntry("service.version", "1.2.3");
        assertThat(sink.spanIds()).containsExactly("session", "turn-1", "k1", "turn-2");
        assertThat(sink.span("session").input()).isEqualTo("Count the files");
        assertThat(sink.span("turn-1").name()).isEqualTo("chat model-y");
        assertThat(sink.span("turn-1").output()).contains("Think", "tool_call");
        assertThat(sink.span("turn-1").number(Attribute.INPUT_TOKENS)).contains(40L);
        assertThat(sink.span("turn-2").number(Attribute.INPUT_TOKENS)).contains(60L);
        assertThat(sink.span("k1").output()).isEqualTo("three");
        assertThat(sink.span("k1").tool()).contains("shell");
    }

    @Test
    void countsTokensThatAreReportedTwiceOnce() throws IOException {
        CollectingSink sink = read(
                META,
                ASKED,
                message(2, "assistant", "output_text", "One"),
                tokens(2, 100, 40),
                tokens(2, 100, 40),
                message(3, "user", "input_text", "Again"),
                message(4, "assistant", "output_text", "Two"),
                tokens(4, 100, 40));

        assertThat(sink.span("turn-1").tokens()).isEqualTo(45);
        assertThat(sink.span("turn-2").tokens()).isZero();
    }

    @Test
    void readsHowAToolEndedInEveryLayout() throws IOException {
        CollectingSink sink = read(
                META,
                ASKED,
                call(2, "k1", "{}"),
                output(3, "k1", "\"{\\\"output\\\":\\\"boom\\\",\\\"metadata\\\":{\\\"exit_code\\\":2}}\""),
                call(4, "k2", "{}"),
                output(5, "k2", "\"Exit code: 127\\nOutput:\\nnot found\""),
                call(6, "k3", "{}"),
                output(7, "k3", "{\"content\":\"refused\",\"success\":false}"),
                call(8, "k4", "{}"),
                output(9, "k4", "\"Process exited with code 0\\nfine\""));

        assertThat(sink.span("k1").output()).isEqualTo("boom");
        assertThat(sink.span("k1").number("process.exit.code")).contains(2L);
        assertThat(sink.span("k1").status()).isEqualTo(SpanStatus.ERROR);
        assertThat(sink.span("k2").errorType()).isEqualTo("nonzero_exit");
        assertThat(sink.span("k3").errorType()).isEqualTo("tool_error");
        assertThat(sink.span("k4").status()).isEqualTo(SpanStatus.UNSET);
    }

    @Test
    void showsInterruptionsAndErrors() throws IOException {
        CollectingSink sink = read(
                META,
                ASKED,
                message(2, "assistant", "output_text", "Working"),
                line(3, "event_msg", "{\"type\":\"turn_aborted\",\"reason\":\"interrupted\"}"),
                message(4, "user", "input_text", "No, stop"),
                line(5, "event_msg", "{\"type\":\"error\",\"message\":\"stream lost\"}"));

        assertThat(sink.span("turn-1").events()).extracting(SpanEvent::name).containsExactly("user.interrupted");
        assertThat(sink.span("turn-2").statusMessage()).isEqualTo("stream lost");
        assertThat(sink.span("turn-2").input()).contains("No, stop");
    }

    @Test
    void takesCustomToolsAndShellCalls() throws IOException {
        CollectingSink sink = read(
                META,
                ASKED,
                item(
                        2,
                        "{\"type\":\"custom_tool_call\",\"call_id\":\"k1\",\"name\":\"apply_patch\",\"input\":\"*** Begin\"}"),
                item(3, "{\"type\":\"custom_tool_call_output\",\"call_id\":\"k1\",\"output\":\"Success\"}"),
                item(4, "{\"type\":\"local_shell_call\",\"call_id\":\"k2\",\"action\":{\"command\":[\"ls\"]}}"),
                output(5, "k2", "\"x\""));

        assertThat(sink.span("k1").input()).isEqualTo("*** Begin");
        assertThat(sink.span("k2").tool()).contains("local_shell");
        assertThat(sink.span("k2").input()).isEqualTo("{\"command\":[\"ls\"]}");
    }

    @Test
    void namesASessionWithoutAHeadAfterItsFile() throws IOException {
        assertThat(read(ASKED, message(2, "assistant", "output_text", "Hi"))
                        .only()
                        .trace()
                        .id())
                .isEqualTo("codex:batch");
    }

    @Test
    void recognisesItsRolloutsByTheirFields() {
        assertThat(source.recognises(TextFile.of(META).sample())).isGreaterThan(0.9);
        assertThat(source.recognises(TextFile.of("{\"type\":\"session_meta\"}").sample()))
                .isZero();
        assertThat(source.recognises(
                        TextFile.of("{\"type\":\"other\",\"payload\":{}}").sample()))
                .isZero();
    }

    private CollectingSink read(String... lines) throws IOException {
        return CollectingSink.reading(source, TextFile.of(lines));
    }

    static String message(int second, String role, String partType, String text) {
        return item(
                second,
                "{\"type\":\"message\",\"role\":\"" + role + "\",\"content\":[{\"type\":\"" + partType
                        + "\",\"text\":\"" + text + "\"}]}");
    }

    static String call(int second, String id, String arguments) {
        return item(
                second,
                "{\"type\":\"function_call\",\"call_id\":\"" + id + "\",\"name\":\"shell\",\"arguments\":\"" + arguments
                        + "\"}");
    }

    static String output(int second, String id, String output) {
        return item(second, "{\"type\":\"function_call_output\",\"call_id\":\"" + id + "\",\"output\":" + output + "}");
    }

    private static String tokens(int second, int total, int input) {
        return line(
                second,
                "event_msg",
                "{\"type\":\"token_count\",\"info\":{\"total_token_usage\":{\"total_tokens\":" + total
                        + "},\"last_token_usage\":{\"input_tokens\":" + input
                        + ",\"cached_input_tokens\":10,\"output_tokens\":5}}}");
    }

    static String item(int second, String payload) {
        return line(second, "response_item", payload);
    }

    static String line(int second, String type, String payload) {
        return "{\"timestamp\":\"2026-01-01T00:00:0" + second + ".000Z\",\"type\":\"" + type + "\",\"payload\":"
                + payload + "}";
    }
}
