package tacit.bench.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportBenchTest {

    private final ExportBench bench = new ExportBench();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exportsWhatWentWellAndPairsOfBothKinds(boolean timed) throws Exception {
        Map<String, Object> figures =
                bench.run(timed ? List.of("--traces", "300") : List.of("--traces", "300", "--untimed"));

        assertThat(figures).containsEntry("traces", 300).containsEntry("timed", timed);
        assertThat(rows(figures, "sft")).isBetween(150L, 260L);
        assertThat(rows(figures, "preference")).isBetween(20L, 60L);
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(bench.usage()).startsWith(bench.name() + " [--traces N]");
    }

    private static long rows(Map<String, Object> figures, String kind) {
        return figures.get(kind) instanceof Map<?, ?> of && of.get("written") instanceof Long written ? written : -1;
    }
}
