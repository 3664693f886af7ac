package tacit.bench.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecallBenchTest {

    @TempDir
    Path folder;

    private Path garden() throws Exception {
        Path file = folder.resolve("garden.json");
        try (InputStream content = RecallBenchTest.class.getResourceAsStream("garden.json")) {
            Files.copy(content, file);
        }
        return file;
    }

    @Test
    void findsTurnsThroughTheRealIndexByWordsAlone() throws Exception {
        Path out = folder.resolve("out.jsonl");

        Map<String, Object> figures = new RecallBench()
                .run(List.of("--input", garden().toString(), "--models", "none", "--out", out.toString(), "--ablate"));

        assertThat(figures).containsEntry("questions", 3).containsEntry("records", 6L);
        assertThat(figures.get("recallAt"))
                .as("nobody says that tulips are plants, so words alone miss one of four turns")
                .asString()
                .contains("50=83.3");
        assertThat(figures.get("without")).asString().contains("words.turn", "speaker.named");
        assertThat(Files.readAllLines(out)).hasSize(3).first().asString().contains("\"evidence\":[\"D2:1\"]");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> new RecallBench().run(List.of("--input", "/nowhere.json")))
                .hasMessageContaining("--input must be a file of labelled conversations");
    }
}
