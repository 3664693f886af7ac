package tacit.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.runtime.testkit.swap.SwappedBundle;
import tacit.runtime.testkit.swap.SwappedBundle.Spread;

class AdaptBundlesTest {

    @Test
    void namesEveryFigure() {
        SwappedBundle row = new SwappedBundle("hen.house", 3, 40, 20, 0, new Spread(1.5, 2.5, 3.5), 4.5, 12, true, "");

        assertThat(AdaptBundles.figures(row))
                .containsEntry("bundle", "hen.house")
                .containsEntry("calls", 40L)
                .containsEntry("ownCalls", 20L)
                .containsEntry("failedCalls", 0L)
                .containsEntry("swapMs", Map.of("p50", 1.5, "p99", 2.5, "max", 3.5))
                .containsEntry("documents", 12)
                .containsEntry("stateKept", true)
                .doesNotContainKey("problem");
    }

    @Test
    void tellsOfWhatWasLost() {
        SwappedBundle row =
                new SwappedBundle("hen.house", 3, 40, 20, 1, new Spread(1, 2, 3), 4, 12, false, "an egg is gone");

        assertThat(AdaptBundles.figures(row))
                .containsEntry("failedCalls", 1L)
                .containsEntry("stateKept", false)
                .containsEntry("problem", "an egg is gone");
    }

    @Test
    void refusesNoSwapsAtAll() {
        assertThatThrownBy(() -> new SwapBench().run(List.of("--bundles", "adapt", "--swaps", "0")))
                .hasMessage("--swaps must be a number of at least 1, got '0'");
    }
}
