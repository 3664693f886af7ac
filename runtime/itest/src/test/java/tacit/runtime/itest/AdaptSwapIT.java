package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.testkit.swap.BundleSwaps;
import tacit.runtime.testkit.swap.SwappedBundle;

/** Every bundle that adapts, swapped to new versions in the real image while its roles are called. */
class AdaptSwapIT {

    private static final int SWAPS = 3;

    @TempDir
    Path work;

    @Test
    void eachBundleThatAdaptsIsSwappedUnderLoadWithoutALostCallAndKeepsItsState() throws Exception {
        List<SwappedBundle> rows = BundleSwaps.run(Tacit.image(), work, BundleSwaps.ALL, SWAPS, 4);

        assertThat(rows)
                .extracting(SwappedBundle::bundle)
                .containsExactly(
                        "tacit.adapt.style",
                        "tacit.adapt.persona",
                        "tacit.adapt.skills",
                        "tacit.adapt.feedback",
                        "tacit.adapt.metrics",
                        "tacit.adapt.progress",
                        "tacit.channel.webhook",
                        "tacit.channel.email");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.problem()).as(row.bundle()).isEmpty();
            assertThat(row.swaps()).isEqualTo(SWAPS);
            assertThat(row.ownCalls()).isPositive();
            assertThat(row.failed()).isZero();
            assertThat(row.documents()).isPositive();
            assertThat(row.stateKept()).isTrue();
        });
    }

    @Test
    void refusesABundleThatDoesNotAdapt() {
        assertThatThrownBy(() -> BundleSwaps.run(Tacit.image(), work, "tacit.api", 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot swap 'tacit.api'");
    }
}
