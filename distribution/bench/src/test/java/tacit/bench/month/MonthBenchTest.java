package tacit.bench.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthBenchTest {

    private static final Plan SHORT = new Plan(7, 2, 5, 1_500);

    @TempDir
    Path folder;

    private Map<String, Object> month(String name) {
        Path directory = folder.resolve(name);
        assertThat(directory.toFile().mkdirs()).isTrue();
        return MonthBench.month(SHORT, directory);
    }

    @Test
    void hb58KeepsHoursBudgetsAndOwnWorkApart() {
        Map<String, Object> figures = month("one");

        assertThat(figures)
                .containsEntry("outsideHours", 0L)
                .containsEntry("overBudget", 0L)
                .containsEntry("fromOwnWork", 0L)
                .containsEntry("doubleDispatches", 0L)
                .containsEntry("leftRunning", 0L)
                .containsEntry("stillDeferred", 0L);
        assertThat((int) figures.get("tasks")).isPositive();
        assertThat((long) figures.get("suggestions")).isPositive();
    }

    @Test
    void hb59IsTheSameForTheSameSeed() {
        assertThat(month("one").get("hash")).isEqualTo(month("two").get("hash"));
    }

    @Test
    void missesSignalsThatWereAcknowledgedAndAreNotThere() throws IOException {
        month("one");
        Path there = folder.resolve("one");
        MonthBench.month(SHORT, there);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.copy(World.journal(there), World.journal(empty));
        MonthBench.month(SHORT, empty);

        assertThat(new Journal(World.journal(there)))
                .returns(1L, Journal::looks)
                .returns(0L, Journal::lost);
        assertThat(new Journal(World.journal(empty)).lost()).isPositive();
    }
}
