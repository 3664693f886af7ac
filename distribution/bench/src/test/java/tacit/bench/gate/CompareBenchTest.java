package tacit.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.bench.Folders;
import tacit.learn.gate.StatisticalGate;

class CompareBenchTest {

    @Test
    void refusesAFolderWithoutTheData(@TempDir Path folder) {
        assertThatThrownBy(() -> new CompareBench().run(List.of("--input", folder.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--input must be the folder of real data, got '" + folder + "'");
    }

    @Test
    void refusesOtherArguments() {
        assertThatThrownBy(() -> new CompareBench().run(List.of("--fast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("compare takes --input FOLDER, got [--fast]");
    }

    @Test
    void countsWrongPassesOfABaselineDealtInHalves() {
        Map<String, List<Boolean>> tasks = new TreeMap<>();
        for (int i = 0; i < 50; i++) {
            tasks.put("t" + i, new ArrayList<>(List.of(true, i % 2 == 0, false, i % 3 == 0)));
        }

        Map<String, Object> figures = new BaselineAgainstItself(new StatisticalGate()).dealt(tasks);

        assertThat((Double) figures.get("passShare")).isLessThanOrEqualTo(0.02);
        assertThat(figures).containsEntry("pairedShare", 1.0).containsEntry("seeds", 400);
    }

    @Test
    void countsCasesThatCannotBePaired() {
        Map<String, List<Boolean>> baseline = Map.of("a", List.of(true), "b", List.of(false));
        Map<String, List<Boolean>> candidate = Map.of("a", List.of(true));

        Map<String, Object> figures = new BaselineAgainstItself(new StatisticalGate()).swapped(baseline, candidate);

        assertThat(figures).containsEntry("pairedShare", 0.5);
    }

    /** The table of recorded harness changes, where the folder of real data is there. */
    @Nested
    class OnRealData {

        private static Map<String, Object> figures;

        @BeforeAll
        static void runOnce() {
            Path data = Folders.data();
            assumeTrue(Files.isDirectory(data), () -> "No real data at " + data + ": set TACIT_DATA");
            figures = new CompareBench().run(List.of());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "sql, schema shown;PASS;1034;638;7;0",
                    "sql, ten turns;PASS;1034;392;12;0",
                    "sql, ten turns, schema shown;PASS;1034;317;53;0",
                    "sql, schema shown, ten turns;INCONCLUSIVE;1034;64;51;2",
                    "bash, ReAct;FAIL;147;6;35;1"
                })
        void judgesAsTheTableSays(String name, String verdict, int cases, int fixed, int broken, int exit) {
            assertThat(figures("verdicts", name))
                    .containsEntry("verdict", verdict)
                    .containsEntry("cases", cases)
                    .containsEntry("fixed", fixed)
                    .containsEntry("broken", broken)
                    .containsEntry("exit", exit);
        }

        @Test
        void hardlyEverPassesAnAirlineBatchAgainstItself() {
            Map<?, ?> dealt = (Map<?, ?>) figures.get("dealt");

            assertThat((Double) dealt.get("passShare")).isLessThanOrEqualTo(0.02);
            assertThat((Double) dealt.get("pairedShare")).isGreaterThanOrEqualTo(0.9);
        }

        @Test
        void hardlyEverPassesArmsThatWereSwappedByCoin() {
            for (NaturalExperiment experiment : NaturalExperiment.ALL) {
                Map<?, ?> swapped = figures("swapped", experiment.name());

                assertThat((Double) swapped.get("passShare")).isLessThanOrEqualTo(0.02);
                assertThat((Double) swapped.get("pairedShare")).isGreaterThanOrEqualTo(0.9);
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> figures(String part, String name) {
            return (Map<String, Object>) ((Map<String, Object>) figures.get(part)).get(name);
        }
    }
}
