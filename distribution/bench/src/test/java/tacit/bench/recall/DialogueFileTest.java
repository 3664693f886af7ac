package tacit.bench.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tacit.api.recall.SearchDocument;

final class DialogueFileTest {

    private static byte[] fixture() throws IOException {
        return DialogueFileTest.class.getResourceAsStream("garden.json").readAllBytes();
    }

    private static Dialogue garden() throws IOException {
        return DialogueFile.read(new ByteArrayInputStream(fixture())).get(0);
    }

    @Test
    void readsTurnsWithTheirSessionAndTime() throws IOException {
        SearchDocument turn = garden().turns().get(3);

        assertThat(turn.id()).isEqualTo("D2:1");
        assertThat(turn.group()).isEqualTo("session-2");
        assertThat(turn.position()).isZero();
        assertThat(turn.at()).isEqualTo(Instant.parse("2025-04-02T19:05:00Z"));
        assertThat(turn.speaker()).isEqualTo("Mirko");
    }

    @Test
    void readsWhatAPictureShowsAsAPartOfTheText() throws IOException {
        assertThat(garden().turns().get(1).text()).isEqualTo("Look at them! [shows: a row of red tulips]");
    }

    @Test
    void takesTurnsOutOfTornLabels() throws IOException {
        assertThat(garden().questions().get(1).evidence()).containsExactly("D1:2", "D2:1");
    }

    @Test
    void leavesOutLabelsOfTurnsThatDoNotExist() throws IOException {
        assertThat(garden().questions()).extracting(LabelledQuestion::text).doesNotContain("What is nowhere?");
    }

    @Test
    void readsPackedFiles() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(fixture());
        }

        assertThat(DialogueFile.read(new ByteArrayInputStream(packed.toByteArray())))
                .isEqualTo(List.of(garden()));
    }
}
