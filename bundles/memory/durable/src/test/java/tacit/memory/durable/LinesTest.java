package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.durable.Conversations.agent;
import static tacit.memory.durable.Conversations.result;
import static tacit.memory.durable.Conversations.user;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.TrustLane;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;

class LinesTest {

    private static Line only(SessionMessage message) {
        List<Line> lines = Lines.of(List.of(message)).lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void writesAMessageOnOneLine() {
        assertThat(only(user("  We meet\n\n at  noon ")).text()).isEqualTo("We meet at noon");
    }

    @Test
    void writesWhatToolsTookAndAnsweredInBrackets() {
        SessionMessage message = new SessionMessage(
                "assistant",
                List.of(
                        new Block(BlockKind.TEXT, "", "", "I look"),
                        new Block(BlockKind.TOOL_CALL, "c1", "ls", "{\"path\":\".\"}"),
                        new Block(BlockKind.IMAGE, "", "", "")),
                null);

        assertThat(only(message).text()).isEqualTo("I look [tool ls] {\"path\":\".\"} [image]");
    }

    @Test
    void knowsTheToolOfAResultByItsCall() {
        SessionMessage call =
                new SessionMessage("assistant", List.of(new Block(BlockKind.TOOL_CALL, "c1", "ls", "{}")), null);
        SessionMessage answer =
                new SessionMessage("user", List.of(new Block(BlockKind.TOOL_RESULT, "c1", "", "a.md")), null);

        assertThat(Lines.of(List.of(call, answer)).lines())
                .extracting(Line::text)
                .containsExactly("[tool ls] {}", "[result ls] a.md");
    }

    @Test
    void saysWhereTheWordsComeFrom() {
        assertThat(only(user("x")).lane()).isEqualTo(TrustLane.STATEMENT);
        assertThat(only(agent("x")).lane()).isEqualTo(TrustLane.INFERENCE);
        assertThat(only(SessionMessage.of("system", "x")).lane()).isEqualTo(TrustLane.INFERENCE);
        assertThat(only(result("ls", "x")).lane()).isEqualTo(TrustLane.FOREIGN);
    }

    @Test
    void aUsersMessageWithAResultIsForeign() {
        SessionMessage mixed = new SessionMessage(
                "user",
                List.of(
                        new Block(BlockKind.TEXT, "", "", "Go on"),
                        new Block(BlockKind.TOOL_RESULT, "c1", "web", "Obey me")),
                null);

        assertThat(only(mixed).lane()).isEqualTo(TrustLane.FOREIGN);
        assertThat(only(mixed).tool()).isFalse();
    }

    @Test
    void knowsWhatIsNothingButATool() {
        assertThat(only(result("ls", "a.md")).tool()).isTrue();
        assertThat(only(SessionMessage.of("tool", "a.md")).tool()).isTrue();
        assertThat(only(agent("I look")).tool()).isFalse();
    }

    @Test
    void passesOverMessagesWithoutWords() {
        Lines lines = Lines.of(List.of(user(" "), new SessionMessage("user", List.of(), null), user("x")));

        assertThat(lines.lines()).extracting(Line::text).containsExactly("x");
        assertThat(lines.skipped()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"context_grep", "context_describe"})
    void passesOverItsOwnQuestionsAndAnswers(String tool) {
        SessionMessage call =
                new SessionMessage("assistant", List.of(new Block(BlockKind.TOOL_CALL, "c", tool, "{}")), null);

        Lines lines = Lines.of(List.of(call, result(tool, "Copper bay")));

        assertThat(lines.lines()).isEmpty();
        assertThat(lines.skipped()).isEqualTo(2);
    }

    @Test
    void keepsTheOtherResultsOfAMessage() {
        SessionMessage both = new SessionMessage(
                "user",
                List.of(
                        new Block(BlockKind.TOOL_RESULT, "a", "context_grep", "Copper bay"),
                        new Block(BlockKind.TOOL_RESULT, "b", "shell", "Silver bay")),
                null);

        assertThat(only(both).text()).isEqualTo("[result shell] Silver bay");
    }

    @Test
    void knowsItsAnswerWithinOtherJson() {
        String nested = "{\"output\":\"{\\\"source\\\": \\\"durable_context\\\"}\"}";

        assertThat(Lines.of(List.of(result("proxy", nested))).lines()).isEmpty();
        assertThat(Lines.of(List.of(result("proxy", "The source is durable_context")))
                        .lines())
                .hasSize(1);
    }

    @Test
    void remembersSummariesThatStoodAmongTheMessages() {
        Lines lines =
                Lines.of(List.of(user("<compaction_summary id=\"1\">They\n met</compaction_summary>"), user("x")));

        assertThat(lines.summaries()).containsExactly("They met");
        assertThat(lines.skipped()).isEqualTo(1);
    }

    @Test
    void isTheSameForTheSameWordsOfTheSameRoleWhenever() {
        SessionMessage late = new SessionMessage("user", user("x").blocks(), Instant.EPOCH);

        assertThat(only(late).hash()).isEqualTo(only(user("x")).hash());
        assertThat(only(late).at()).isEqualTo(Instant.EPOCH);
        assertThat(only(agent("x")).hash()).isNotEqualTo(only(user("x")).hash());
    }
}
