package tacit.evidence.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.ingest.TraceSource;

/** Every way in which a line can be wrong: it gets its reason, and the lines around it are read. */
class MalformedTranscriptsTest {

    private static final String DEEP = "[".repeat(2_000) + "]".repeat(2_000);

    private static final String GOOD_FIRST = "{\"trace\":{\"id\":\"first\"}}";
    private static final String GOOD_LAST = "{\"trace\":{\"id\":\"last\"}}";

    static Stream<Arguments> tacitLines() {
        return Stream.of(
                row("nope", "Is no valid JSON at column"),
                row("{\"trace\":{\"id\":\"x\"}", "Is no valid JSON at column"),
                row("{\"trace\":{\"id\":\"x\"}} {}", "Is no valid JSON at column"),
                row("[1,2]", "Must be a JSON object, got array"),
                row("\"text\"", "Must be a JSON object, got string"),
                row("null", "Must be a JSON object, got null"),
                row("{}", "trace must be an object, got nothing"),
                row("{\"trace\":17}", "trace must be an object, got number"),
                row("{\"trace\":{}}", "id must be text, got nothing"),
                row("{\"trace\":{\"id\":\"  \"}}", "id must be text, got blank text"),
                row("{\"trace\":{\"id\":5}}", "id must be text, got number"),
                row("{\"trace\":{\"id\":\"x\",\"status\":\"odd\"}}", "status must be one of [running, completed"),
                row("{\"trace\":{\"id\":\"x\",\"startedAt\":\"soon\"}}", "startedAt must be a time such as"),
                row("{\"trace\":{\"id\":\"x\",\"startedAt\":12}}", "startedAt must be text, got number"),
                row("{\"trace\":{\"id\":\"x\",\"attributes\":[]}}", "attributes must be an object, got array"),
                row("{\"trace\":{\"id\":\"x\",\"outcome\":\"good\"}}", "outcome must hold objects, got string"),
                row("{\"trace\":{\"id\":\"x\",\"outcome\":{\"label\":\"success\"}}}", "source must be given"),
                row("{\"trace\":{\"id\":\"x\"},\"spans\":{}}", "spans must be an array, got object"),
                row("{\"trace\":{\"id\":\"x\"},\"spans\":[1]}", "spans must hold objects, got number"),
                row("{\"trace\":{\"id\":\"x\"},\"spans\":[{\"operation\":\"chat\"}]}", "id must be text, got nothing"),
                row("{\"trace\":{\"id\":\"x\"},\"spans\":[{\"id\":\"s\"}]}", "operation must be text, got nothing"),
                row(
                        "{\"trace\":{\"id\":\"x\"},\"spans\":[{\"id\":\"s\",\"operation\":\"chat\",\"position\":1.5}]}",
                        "position must be a whole number"),
                row(
                        "{\"trace\":{\"id\":\"x\"},\"spans\":[{\"id\":\"s\",\"operation\":\"chat\",\"position\":"
                                + "9".repeat(40) + "}]}",
                        "position must be a whole number"),
                row(
                        "{\"trace\":{\"id\":\"x\"},\"spans\":[{\"id\":\"s\",\"operation\":\"chat\",\"startedAt\":"
                                + "\"2026-01-02T00:00:00Z\",\"endedAt\":\"2026-01-01T00:00:00Z\"}]}",
                        "endedAt must not be before startedAt"),
                row(
                        "{\"trace\":{\"id\":\"x\"},\"spans\":[{\"id\":\"s\",\"operation\":\"chat\",\"events\":[{}]}]}",
                        "name must be text, got nothing"),
                row("{\"trace\":{\"id\":\"x\"},\"outcomes\":[{\"label\":\"meh\"}]}", "label must be one of [success"),
                row(
                        "{\"trace\":{\"id\":\"x\"},\"outcomes\":[{\"label\":\"success\",\"source\":\"user\",\"score\":\"1\"}]}",
                        "score must be a finite number"),
                row(
                        "{\"trace\":{\"id\":\"x\"},\"outcomes\":[{\"label\":\"success\",\"source\":\"user\",\"score\":1e999}]}",
                        "score must be a finite number"),
                row(
                        "{\"trace\":{\"id\":\"x\",\"attributes\":{\"a\":" + DEEP + "}}}",
                        "Is nested more than 256 levels deep"),
                row("{\"trace\":{\"id\":\"x\",\"attributes\":{\"a\":" + "9".repeat(5_000) + "}}}", "endless number"));
    }

    @ParameterizedTest
    @MethodSource("tacitLines")
    void refusesABadTacitLineAndReadsTheOthers(String bad, String reason) throws IOException {
        CollectingSink sink =
                CollectingSink.reading(new TacitLinesSource(), TextFile.of(GOOD_FIRST, bad, "", GOOD_LAST));

        assertThat(sink.traceIds()).containsExactly("first", "last");
        assertThat(sink.refusals)
                .singleElement()
                .asString()
                .startsWith("line 2: ")
                .contains(reason);
    }

    static Stream<Arguments> claudeLines() {
        return Stream.of(
                row("{\"type\":", "Is no valid JSON"),
                row("{}", "type must be text, got nothing"),
                row("{\"type\":7}", "type must be text, got number"),
                row("{\"type\":\"user\"}", "sessionId must be text, got nothing"),
                row("{\"type\":\"user\",\"sessionId\":\"s1\"}", "message must be an object, got nothing"),
                row(
                        "{\"type\":\"user\",\"sessionId\":\"s1\",\"message\":\"hi\"}",
                        "message must be an object, got string"),
                row("{\"type\":\"user\",\"sessionId\":\"s1\",\"message\":{}}", "content must be text or an array"),
                row(claude("\"content\":{}", ""), "content must be text or an array, got object"),
                row(claude("\"content\":\"x\"", ",\"timestamp\":\"yesterday\""), "timestamp must be a time such as"),
                row(claude("\"content\":\"x\"", ",\"timestamp\":1770000000"), "timestamp must be text, got number"),
                row(claude("\"content\":\"x\"", ",\"uuid\":[]"), "uuid must be text, got array"),
                row(claude("\"content\":" + DEEP, ""), "Is nested more than 256 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("claudeLines")
    void refusesABadClaudeCodeLineAndReadsTheOthers(String bad, String reason) throws IOException {
        CollectingSink sink = CollectingSink.reading(
                new ClaudeCodeSource(),
                TextFile.of(
                        ClaudeCodeSourceTest.user("u1", 0, "\"Go\""),
                        bad,
                        ClaudeCodeSourceTest.assistant("a1", 1, "m1", ClaudeCodeSourceTest.text("Yes"))));

        assertThat(sink.spanIds()).containsExactly("session", "m1");
        assertThat(sink.refusals)
                .singleElement()
                .asString()
                .startsWith("line 2: ")
                .contains(reason);
    }

    static Stream<Arguments> codexLines() {
        return Stream.of(
                row("{\"type\"", "Is no valid JSON"),
                row("{}", "type must be text, got nothing"),
                row("{\"type\":\"response_item\"}", "payload must be an object, got nothing"),
                row("{\"type\":\"response_item\",\"payload\":[]}", "payload must be an object, got array"),
                row("{\"type\":\"event_msg\",\"timestamp\":\"x\",\"payload\":{}}", "timestamp must be a time"),
                row(CodexSourceTest.item(2, "{\"type\":\"function_call\",\"name\":\"shell\"}"), "call_id must be text"),
                row(CodexSourceTest.item(2, "{\"type\":\"function_call\",\"call_id\":\"k\"}"), "name must be text"),
                row(
                        CodexSourceTest.item(2, "{\"type\":\"function_call_output\"}"),
                        "call_id must be text, got nothing"),
                row(CodexSourceTest.item(2, "{\"type\":\"message\",\"content\":\"x\"}"), "content must be an array"),
                row(CodexSourceTest.line(2, "turn_context", "{\"model\":4}"), "model must be text, got number"),
                row(CodexSourceTest.line(2, "session_meta", "{\"id\":null}"), "id must be text, got nothing"),
                row(CodexSourceTest.item(2, DEEP), "Is nested more than 256 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("codexLines")
    void refusesABadCodexLineAndReadsTheOthers(String bad, String reason) throws IOException {
        CollectingSink sink = CollectingSink.reading(
                new CodexSource(),
                TextFile.of(
                        CodexSourceTest.META,
                        bad,
                        CodexSourceTest.ASKED,
                        CodexSourceTest.message(2, "assistant", "output_text", "Hi")));

        assertThat(sink.only().trace().id()).isEqualTo("codex:c1");
        assertThat(sink.span("turn-1").input()).contains("Count the files");
        assertThat(sink.refusals)
                .singleElement()
                .asString()
                .startsWith("line 2: ")
                .contains(reason);
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of(new TacitLinesSource(), GOOD_FIRST, GOOD_LAST),
                Arguments.of(
                        new ClaudeCodeSource(),
                        ClaudeCodeSourceTest.user("u1", 0, "\"Go\""),
                        ClaudeCodeSourceTest.assistant("a1", 1, "m1", ClaudeCodeSourceTest.text("Yes"))),
                Arguments.of(
                        new CodexSource(),
                        CodexSourceTest.META,
                        CodexSourceTest.message(2, "assistant", "output_text", "Hi")));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void refusesALineInAnotherEncodingAndReadsTheOthers(TraceSource source, String first, String last)
            throws IOException {
        byte[] lines = (first + "\n{\"type\":\"M\u00fcll\"}\n" + last + "\n").getBytes(StandardCharsets.ISO_8859_1);

        CollectingSink sink = CollectingSink.reading(source, new TextFile("batch", lines));

        assertThat(sink.refusals).containsExactly("line 2: Is not in UTF-8");
        assertThat(sink.updates).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void saysThatTheLastLineMayBeCutOff(TraceSource source, String first, String last) throws IOException {
        String text = first + "\n" + last + "\n" + last.substring(0, last.length() / 2);

        CollectingSink sink =
                CollectingSink.reading(source, new TextFile("batch", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(sink.refusals)
                .singleElement()
                .asString()
                .startsWith("line 3: ")
                .endsWith("it may be cut off");
        assertThat(sink.updates).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void readsFilesWithForeignLineBreaksAndBlankLines(TraceSource source, String first, String last)
            throws IOException {
        String text = "\r\n" + first + "\r\n\r\n  \r\n" + last;

        CollectingSink sink =
                CollectingSink.reading(source, new TextFile("batch", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(sink.refusals).isEmpty();
        assertThat(sink.updates).isNotEmpty();
    }

    private static Arguments row(String line, String reason) {
        return Arguments.of(line, reason);
    }

    private static String claude(String message, String more) {
        return "{\"type\":\"user\",\"sessionId\":\"s1\",\"message\":{" + message + "}" + more + "}";
    }
}
