package tacit.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwapBenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"lease", "lease-warm", "update-in-place", "service-ranking", "static-greedy"})
    void swapsVersionsAndConfigurationsUnderLoad(String strategy) throws Exception {
        for (Map<String, Object> figures : List.of(run(strategy), run(strategy, "--configuration"))) {
            assertThat(figures).containsEntry("strategy", strategy).containsEntry("swaps", 3);
            assertThat((Long) figures.get("calls")).isGreaterThan((Long) figures.get("failedCalls"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease", "lease-warm"})
    void losesNothingWithLeases(String strategy) throws Exception {
        assertThat(run(strategy))
                .containsEntry("failedCalls", 0L)
                .containsEntry("swapsWithFailures", 0)
                .containsEntry("leakedClassLoaders", 0L);
        assertThat(run(strategy, "--configuration")).containsEntry("failedCalls", 0L);
    }

    @Test
    @SuppressWarnings("unchecked")
    void runsInAProcessThatIsSetAsTheHostIs() throws Exception {
        Object figures = new SwapBench()
                .run(List.of("--strategy", "lease", "--swaps", "2", "--threads", "1"))
                .get("strategies");

        assertThat((List<Map<String, Object>>) figures).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("strategy", "lease")
                .containsEntry("swaps", 2)
                .containsEntry("failedCalls", 0));
    }

    @Test
    void countsWhatAnUpdateInPlaceLoses() throws Exception {
        assertThat((Long) run("update-in-place").get("failedCalls")).isPositive();
    }

    @Test
    void refusesAStrategyThatItDoesNotKnow() {
        assertThatThrownBy(() -> run("prayer")).hasMessage("--strategy must be one of the strategies, got 'prayer'");
    }

    @Test
    void ordersDurationsByShare() {
        long[] nanos = new long[100];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = (100 - i) * 1_000_000L;
        }

        assertThat(SwapRun.percentiles(nanos)).isEqualTo(Map.of("p50", 50.0, "p99", 99.0, "max", 100.0));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> run(String strategy, String... options) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of(options));
        arguments.addAll(List.of("--strategy", strategy, "--swaps", "3", "--threads", "2", "--same-process"));
        Object figures = new SwapBench().run(arguments).get("strategies");
        return ((List<Map<String, Object>>) figures).get(0);
    }
}
