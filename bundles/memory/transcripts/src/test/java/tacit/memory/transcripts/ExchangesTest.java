package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tacit.memory.transcripts.Folder.NOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.recall.Checkpoint.Packet;
import tacit.api.recall.Checkpoint.Said;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;

class ExchangesTest {

    @Test
    void countsWhatUserAndAgentSaid() {
        List<SessionMessage> history = List.of(
                SessionMessage.of("system", "Rules"),
                SessionMessage.of("user", "Go"),
                SessionMessage.of("assistant", " "),
                new SessionMessage("user", List.of(new Block(BlockKind.TOOL_RESULT, "c", "ls", "a.md")), null),
                SessionMessage.of("tool", "a.md"),
                SessionMessage.of("assistant", "Gone"));

        Exchanges exchanges = Exchanges.of(history);

        assertThat(exchanges.count()).isEqualTo(2);
        assertThat(exchanges.said())
                .extracting(Said::id, Said::type, Said::excerpt)
                .containsExactly(
                        tuple("message:1", "user_message", "Go"), tuple("message:5", "assistant_message", "Gone"));
    }

    @Test
    void packsTheLastTwelve() {
        Packet packet = Exchanges.of(States.history(30)).packet(NOW);

        assertThat(packet.spans()).hasSize(12);
        assertThat(packet.spans().get(0).id()).isEqualTo("message:18");
        assertThat(packet.spans().get(11).id()).isEqualTo("message:29");
        assertThat(packet.at()).isEqualTo(NOW);
    }

    @Test
    void cutsLongMessages() {
        Packet packet = Exchanges.of(List.of(SessionMessage.of("user", "x".repeat(600))))
                .packet(NOW);

        assertThat(packet.spans().get(0).excerpt()).hasSize(500);
    }

    @Test
    void hasOneHashForTheSameWordsWhenever() {
        List<SessionMessage> more = new ArrayList<>(States.history(3));
        String before = Exchanges.of(more).packet(NOW).hash();

        assertThat(Exchanges.of(States.history(3)).packet(NOW.plusSeconds(9)).hash())
                .isEqualTo(before)
                .matches("[0-9a-f]{64}");
        more.add(SessionMessage.of("user", "One more"));
        assertThat(Exchanges.of(more).packet(NOW).hash()).isNotEqualTo(before);
    }

    @Test
    void joinsTheTextsOfAMessage() {
        SessionMessage message = new SessionMessage(
                "user",
                List.of(
                        new Block(BlockKind.TEXT, "", "", " a "),
                        new Block(BlockKind.IMAGE, "", "", ""),
                        new Block(BlockKind.TEXT, "", "", "b")),
                null);

        assertThat(Exchanges.text(message)).isEqualTo("a\nb");
    }
}
