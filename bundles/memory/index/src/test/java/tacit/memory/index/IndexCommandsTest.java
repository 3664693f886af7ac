package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.runtime.testkit.Configurations;

class IndexCommandsTest {

    @TempDir
    Path folder;

    private LuceneSearchIndex index;

    private static LuceneSearchIndex open(String directory, String models) {
        LuceneSearchIndex.Config config = Configurations.of(
                LuceneSearchIndex.Config.class, Map.of("data_directory", directory, "models", models));
        return new LuceneSearchIndex(config, Clock.systemUTC(), List.of(new FakeEmbedder()));
    }

    @BeforeEach
    void open() {
        index = open(folder.toString(), "");
        index.put(List.of(Documents.turn("g", 1, "words")));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "purge"})
    void saysHowTheIndexStands(String verb) {
        assertThat(new IndexCommands(index).index(verb)).contains("documents   1", "model       none loaded");
        assertThat(folder.resolve("index")).isDirectory();
    }

    @Test
    void aRebuildHoldsWhatTheSourcesHave() {
        assertThat(new IndexCommands(index).index("rebuild")).contains("documents   0", "rebuilding  no");
    }

    @Test
    void refusesAnotherWord() {
        assertThatThrownBy(() -> new IndexCommands(index).index("burn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index knows status, rebuild and purge, got 'burn'");
    }

    @Test
    void usesTheModelsThatAreChosen(@TempDir Path other) throws Exception {
        LuceneSearchIndex chosen = open(other.toString(), "e5-small-v2-q, another");
        try {
            chosen.put(List.of(Documents.turn("g", 1, "a kitten")));
            while (chosen.status().waiting() > 0) {
                Thread.onSpinWait();
            }
            assertThat(chosen.search(Documents.query("dog")).vectors()).isTrue();
            assertThat(index.search(Documents.query("dog")).vectors()).isFalse();
        } finally {
            chosen.close();
        }
    }

    @Test
    void refusesABlankDirectory() {
        assertThatThrownBy(() -> open(" ", "")).hasMessage("data.directory must not be blank");
    }

    @ParameterizedTest
    @CsvSource({
        "soon, must be a duration such as PT10M",
        "PT-1S, 'must be in [PT0S, PT24H], got PT-1S'",
        "P2D, 'must be in [PT0S, PT24H], got P2D'"
    })
    void refusesATimeOfPurgeThatIsNone(String after, String message, @TempDir Path other) {
        LuceneSearchIndex.Config config = Configurations.of(
                LuceneSearchIndex.Config.class, Map.of("data_directory", other.toString(), "purge_after", after));

        assertThatThrownBy(() -> new LuceneSearchIndex(config, Clock.systemUTC(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("purge.after " + message);
    }
}
