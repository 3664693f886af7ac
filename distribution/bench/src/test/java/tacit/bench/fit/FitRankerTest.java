package tacit.bench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.bench.recall.Dialogue;
import tacit.memory.rank.Weights;

final class FitRankerTest {

    @TempDir
    Path folder;

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void readsPlainConversations() throws Exception {
        Path file = write("talk.txt", "2026-01-05\nIda: Where is the key?\nUwe: Under the mat: left side.\n");

        Dialogue dialogue = FitRanker.read(List.of(file)).get(0);

        assertThat(dialogue.turns()).hasSize(2);
        assertThat(dialogue.turns().get(1).speaker()).isEqualTo("Uwe");
        assertThat(dialogue.turns().get(1).at()).isEqualTo("2026-01-05T12:00:00Z");
    }

    @Test
    void refusesToLearnFromLoCoMo() throws Exception {
        Path file = write("renamed.json", "[{\"sample_id\": \"conv-26\", \"conversation\": {}, \"qa\": []}]");

        assertThatThrownBy(() -> FitRanker.read(List.of(file))).hasMessageContaining("must not hold LoCoMo");
    }

    @Test
    void refusesLinesThatNobodySays() throws Exception {
        Path file = write("talk.txt", "once upon a time\n");

        assertThatThrownBy(() -> FitRanker.read(List.of(file))).hasMessageContaining("must hold dates and lines");
    }

    @Test
    void makesQuestionsOfUnlabelledTalk() throws Exception {
        Path file = write("talk.txt", """
                2026-01-05
                Ida: Where did your brother hide the rusty garage key?
                Uwe: Under the flower pot of Marga near the door.
                2026-02-05
                Ida: The rusty garage key broke today.
                """);
        Dialogue dialogue = FitRanker.read(List.of(file)).get(0);

        List<SelfSupervision.Made> made = new SelfSupervision(1).questions(dialogue);

        assertThat(made).anySatisfy(one -> {
            assertThat(one.question().evidence()).containsExactly("2:1");
            assertThat(one.source()).isEqualTo("2:0");
        });
        assertThat(made)
                .anySatisfy(one ->
                        assertThat(one.question().text()).startsWith("Uwe").doesNotContain("Marga"));
        assertThat(made).anySatisfy(one -> {
            assertThat(one.question().evidence()).containsExactly("2:0");
            assertThat(one.source()).isEqualTo("3:0");
        });
    }

    @Test
    void namesWeightsByTheirFeature() {
        Weights shipped = Weights.shipped();

        assertThat(FitRanker.weights(FitRanker.values(shipped)).values()).containsAllEntriesOf(shipped.values());
    }

    @Test
    void refusesArgumentsThatItDoesNotKnow() {
        assertThatThrownBy(() -> FitOptions.of(List.of("x"))).hasMessageContaining("must stand behind --input");
        assertThatThrownBy(() -> FitOptions.of(List.of("--input", "/nowhere"))).hasMessageContaining("must be files");
        assertThatThrownBy(() -> FitOptions.of(List.of())).hasMessageContaining("--out must name");
    }

    @Test
    void refusesPiecesThatNobodySays() {
        assertThatThrownBy(() -> Piece.parse("A: hi\nC: what")).hasMessageContaining("line must begin with");
    }
}
