package tacit.runtime.testkit.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tacit.runtime.testkit.swap.SwappedBundle.Spread;

class SwappedBundleTest {

    @Test
    void isReadAsItWasWritten() {
        SwappedBundle row =
                new SwappedBundle("hen.house", 3, 40, 20, 1, new Spread(1.5, 2.5, 3.5), 4.5, 12, false, "an egg");

        assertThat(SwappedBundle.read(row.line())).isEqualTo(row);
    }

    @Test
    void ordersDurationsByShare() {
        long[] nanos =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

        assertThat(Spread.of(nanos)).isEqualTo(new Spread(50, 99, 100));
    }

    @Test
    void namesEachDocumentThatChanged() {
        assertThat(KeptState.difference(List.of("a 1", "b 1"), List.of("a 2", "b 1")))
                .isEqualTo("-a 1 +a 2");
        assertThat(KeptState.difference(List.of("a 1"), List.of("a 1"))).isEmpty();
    }
}
