package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static tacit.memory.transcripts.Folder.NOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;

class HistoryTextTest {

    private static List<SessionMessage> again(List<SessionMessage> history) {
        return HistoryText.read(HistoryText.pieces(history));
    }

    @Test
    void readsBackWhatItWrote() {
        List<SessionMessage> history = List.of(
                SessionMessage.of("system", "Rules \"quoted\"\n\tand \\ more"),
                new SessionMessage("user", List.of(), NOW),
                new SessionMessage(
                        "assistant",
                        List.of(
                                new Block(BlockKind.TEXT, "", "", ""),
                                new Block(BlockKind.TOOL_CALL, "c1", "ls", "{\"path\":\".\"}"),
                                new Block(BlockKind.IMAGE, "", "", "")),
                        NOW),
                new SessionMessage("user", List.of(new Block(BlockKind.TOOL_RESULT, "c1", "ls", "a.md")), null));

        assertThat(again(history)).isEqualTo(history);
        assertThat(again(List.of())).isEmpty();
    }

    @Test
    void writesPiecesThatAreSmallEnough() {
        List<SessionMessage> history = new ArrayList<>(States.history(3_000));
        history.add(SessionMessage.of("user", "\"quoted\" ".repeat(30_000)));

        List<String> pieces = HistoryText.pieces(history);

        assertThat(pieces).hasSizeGreaterThan(5).allMatch(piece -> piece.length() <= 80_000);
        assertThat(HistoryText.read(pieces)).isEqualTo(history);
    }

    @Test
    void cutsNoLetterInTwo() {
        List<SessionMessage> history = List.of(SessionMessage.of("user", "x" + "\uD83D\uDE00".repeat(40_000)));

        assertThat(again(history)).isEqualTo(history);
    }

    @Test
    void replacesSecretsInEachBlock() {
        SessionMessage call = new SessionMessage(
                "assistant",
                List.of(new Block(BlockKind.TOOL_CALL, "c", "http", "Bearer abcdefgh12345678abcdefgh")),
                null);

        assertThat(again(List.of(call)).get(0).blocks().get(0).text()).isEqualTo("Bearer [REDACTED_TOKEN]");
    }

    @Test
    void refusesAPieceThatIsNone() {
        assertThatIllegalStateException().isThrownBy(() -> HistoryText.read(List.of("[{")));
    }
}
