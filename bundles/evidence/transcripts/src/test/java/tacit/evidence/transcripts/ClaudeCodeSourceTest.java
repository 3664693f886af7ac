package tacit.evidence.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tacit.api.trace.Attribute;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

class ClaudeCodeSourceTest {

    private final ClaudeCodeSource source = new ClaudeCodeSource();

    @Test
    void makesOneTraceOfASession() throws IOException {
        CollectingSink sink = read(
                user("u1", 0, "\"List the reports\""),
                assistant("a1", 2, "m1", text("I will look.")),
                assistant("a2", 3, "m1", toolUse("t1", "Bash", "{\"command\":\"ls\"}")),
                result("u2", 5, "t1", "\"a.txt\"", false),
                assistant("a3", 8, "m2", text("There is a.txt.")));

        assertThat(sink.only().trace().id()).isEqualTo("claude-code:s1");
        assertThat(sink.only().trace().sessionId()).isEqualTo("s1");
        assertThat(sink.only().trace().duration()).isEqualTo(Duration.ofSeconds(8));
        assertThat(sink.spanIds()).containsExactly("session", "m1", "t1", "m2");
        assertThat(sink.span("session").input()).isEqualTo("List the reports");
        assertThat(sink.refusals).isEmpty();
    }

    @Test
    void joinsTheLinesOfOneModelCallWithItsTokens() throws IOException {
        Span chat = read(
                        user("u1", 0, "\"Go\""),
                        assistant("a1", 2, "m1", "{\"type\":\"thinking\",\"thinking\":\"Hm\"}"),
                        assistant("a2", 3, "m1", text("Yes")))
                .span("m1");

        assertThat(chat.operation()).isEqualTo("chat");
        assertThat(chat.name()).isEqualTo("chat model-x");
        assertThat(chat.input()).isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Go\"}]}]");
        assertThat(chat.output())
                .contains("{\"type\":\"reasoning\",\"content\":\"Hm\"},{\"type\":\"text\",\"content\":\"Yes\"}")
                .contains("\"finish_reason\":\"end_turn\"");
        assertThat(chat.number(Attribute.INPUT_TOKENS)).contains(111L);
        assertThat(chat.number(Attribute.OUTPUT_TOKENS)).contains(7L);
        assertThat(chat.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void joinsToolCallsWithTheirResultsById() throws IOException {
        CollectingSink sink = read(
                user("u1", 0, "\"Go\""),
                assistant(
                        "a1",
                        1,
                        "m1",
                        toolUse("t1", "Read", "{\"file_path\":\"x\"}") + "," + toolUse("t2", "Bash", "{}")),
                result("u2", 2, "t2", "[{\"type\":\"text\",\"text\":\"two\"},{\"type\":\"image\"}]", false),
                result("u3", 4, "t1", "\"No such file\"", true));

        assertThat(sink.span("t1").input()).isEqualTo("{\"file_path\":\"x\"}");
        assertThat(sink.span("t1").output()).isEqualTo("No such file");
        assertThat(sink.span("t1").status()).isEqualTo(SpanStatus.ERROR);
        assertThat(sink.span("t1").errorType()).isEqualTo("tool_error");
        assertThat(sink.span("t1").tool()).contains("Read");
        assertThat(sink.span("t2").output()).isEqualTo("two\n[image]");
        assertThat(sink.span("t2").status()).isEqualTo(SpanStatus.UNSET);
        assertThat(sink.span("t2").duration()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void showsCorrectionsAndInterruptions() throws IOException {
        CollectingSink sink = read(
                user("u1", 0, "\"Go\""),
                assistant("a1", 1, "m1", toolUse("t1", "Bash", "{}")),
                result("u2", 2, "t1", "\"The user doesn't want to proceed with this tool use.\"", true),
                user("u3", 3, "[{\"type\":\"text\",\"text\":\"[Request interrupted by user for tool use]\"}]"),
                user("u4", 4, "\"No, that is wrong: use the other table\""),
                assistant("a2", 5, "m2", text("Sorry")));

        assertThat(sink.span("t1").errorType()).isEqualTo("user_rejected");
        assertThat(sink.span("t1").events()).extracting(SpanEvent::name).containsExactly("user.interrupted");
        assertThat(sink.span("m2").input()).contains("No, that is wrong");
    }

    @Test
    void leavesWordsOutThatTheUserNeverSaid() throws IOException {
        CollectingSink sink = read(
                line("user", "u0", 0, "\"content\":\"Caveat: local commands\"", ",\"isMeta\":true"),
                user("u1", 1, "\"<command-name>/clear</command-name>\""),
                line("user", "u2", 2, "\"content\":\"Summary of it all\"", ",\"isCompactSummary\":true"),
                user("u3", 3, "\"Really do it\""),
                assistant("a1", 4, "m1", text("Done")));

        assertThat(sink.span("session").input()).isEqualTo("Really do it");
        assertThat(sink.span("m1").input()).doesNotContain("Caveat", "command-name", "Summary");
    }

    @Test
    void hangsSideConversationsBelowTheCallThatBroughtThemAbout() throws IOException {
        CollectingSink sink = read(
                user("u1", 0, "\"Go\""),
                assistant("a1", 1, "m1", toolUse("t1", "Task", "{\"subagent_type\":\"scout\",\"prompt\":\"Find it\"}")),
                side("user", "x1", null, 2, "\"content\":\"Find it\""),
                side("assistant", "x2", "x1", 3, "\"id\":\"m9\",\"content\":[" + toolUse("t9", "Grep", "{}") + "]"),
                side("user", "x3", "x2", 4, "\"content\":[" + resultBlock("t9", "\"hit\"", false) + "]"),
                result("u2", 5, "t1", "\"Found\"", false));

        assertThat(sink.span("agent-x1").parentId()).isEqualTo("t1");
        assertThat(sink.span("agent-x1").name()).isEqualTo("invoke_agent scout");
        assertThat(sink.span("m9").parentId()).isEqualTo("agent-x1");
        assertThat(sink.span("t9").parentId()).isEqualTo("agent-x1");
        assertThat(sink.span("m9").input()).contains("Find it");
        assertThat(sink.span("session").input()).isEqualTo("Go");
    }

    @Test
    void readsTheFileOfASubAgentIntoTheTraceOfItsSession() throws IOException {
        CollectingSink sink = read(
                line("user", "x1", 2, "\"content\":\"Find it\"", ",\"isSidechain\":true,\"agentId\":\"7f\""),
                line(
                        "assistant",
                        "x2",
                        3,
                        "\"id\":\"m9\",\"content\":[" + text("Here") + "]",
                        ",\"isSidechain\":true,\"agentId\":\"7f\""));

        assertThat(sink.only().trace().id()).isEqualTo("claude-code:s1");
        assertThat(sink.span("m9").parentId()).isEqualTo("agent-7f");
        assertThat(sink.span("agent-7f").operation()).isEqualTo("invoke_agent");
    }

    @Test
    void givesTheSameSpansAgainWhenTheTranscriptHasGrown() throws IOException {
        String[] first = {
            user("u1", 0, "\"Go\""),
            assistant("a1", 1, "m1", toolUse("t1", "Bash", "{}")),
            result("u2", 2, "t1", "\"ok\"", false),
            assistant("a2", 3, "m2", toolUse("t2", "Bash", "{}"))
        };
        CollectingSink early = read(first);
        CollectingSink late = read(first[0], first[1], first[2], first[3], result("u3", 9, "t2", "\"ok too\"", false));

        assertThat(early.spanIds()).doesNotContain("t2");
        assertThat(late.spans()).containsAll(early.spans());
        assertThat(late.span("t2").output()).isEqualTo("ok too");
    }

    @Test
    void ignoresALineThatIsRepeated() throws IOException {
        CollectingSink sink = read(
                user("u1", 0, "\"Go\""), assistant("a1", 1, "m1", text("Yes")), assistant("a1", 1, "m1", text("Yes")));

        assertThat(sink.span("m1").output()).containsOnlyOnce("Yes");
    }

    @Test
    void marksModelCallsThatFailed() throws IOException {
        Span chat = read(
                        user("u1", 0, "\"Go\""),
                        line(
                                "assistant",
                                "a1",
                                1,
                                "\"id\":\"m1\",\"content\":[" + text("API Error: 529") + "]",
                                ",\"isApiErrorMessage\":true"))
                .span("m1");

        assertThat(chat.status()).isEqualTo(SpanStatus.ERROR);
        assertThat(chat.statusMessage()).isEqualTo("API Error: 529");
    }

    @Test
    void recognisesItsTranscriptsByTheirFields() {
        assertThat(source.recognises(TextFile.of(user("u1", 0, "\"Go\"")).sample()))
                .isGreaterThan(0.9);
        assertThat(source.recognises(TextFile.of("{\"type\":\"summary\",\"summary\":\"x\",\"leafUuid\":\"y\"}")
                        .sample()))
                .isGreaterThan(0.5);
        assertThat(source.recognises(TextFile.of(user("u1", 0, "\"" + "x".repeat(70_000) + "\""))
                        .sample()))
                .isGreaterThan(0.5);
        assertThat(source.recognises(
                        TextFile.of("{\"text\":\"sessionId uuid message\"}").sample()))
                .isZero();
        assertThat(source.recognises(TextFile.of("[1]").sample())).isZero();
    }

    private CollectingSink read(String... lines) throws IOException {
        return CollectingSink.reading(source, TextFile.of(lines));
    }

    static String user(String uuid, int second, String content) {
        return line("user", uuid, second, "\"content\":" + content, "");
    }

    static String result(String uuid, int second, String callId, String content, boolean error) {
        return user(uuid, second, "[" + resultBlock(callId, content, error) + "]");
    }

    static String assistant(String uuid, int second, String messageId, String blocks) {
        return line(
                "assistant",
                uuid,
                second,
                "\"id\":\"" + messageId + "\",\"model\":\"model-x\",\"stop_reason\":\"end_turn\",\"content\":[" + blocks
                        + "],\"usage\":{\"input_tokens\":1,\"cache_creation_input_tokens\":10,"
                        + "\"cache_read_input_tokens\":100,\"output_tokens\":7}",
                "");
    }

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    static String toolUse(String id, String name, String input) {
        return "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"input\":" + input + "}";
    }

    private static String resultBlock(String callId, String content, boolean error) {
        return "{\"type\":\"tool_result\",\"tool_use_id\":\"" + callId + "\",\"content\":" + content + ",\"is_error\":"
                + error + "}";
    }

    private static String side(String type, String uuid, String parent, int second, String message) {
        String parentField = parent == null ? "null" : "\"" + parent + "\"";
        return line(type, uuid, second, message, ",\"isSidechain\":true,\"parentUuid\":" + parentField);
    }

    private static String line(String type, String uuid, int second, String message, String more) {
        return "{\"type\":\"" + type + "\",\"uuid\":\"" + uuid + "\",\"sessionId\":\"s1\",\"timestamp\":\""
                + Instant.ofEpochSecond(1_770_000_000L + second) + "\",\"message\":{\"role\":\"" + type + "\","
                + message
                + "}" + more + "}";
    }
}
