package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void writesPlacesInFewWords() {
        Ranges ranges = Ranges.of(List.of(9L, 0L, 1L, 2L, 5L));

        assertThat(ranges.text()).isEqualTo("0-2 5 9");
        assertThat(Ranges.of(ranges.text())).isEqualTo(ranges);
        assertThat(ranges.count()).isEqualTo(5);
        assertThat(ranges.first()).isZero();
        assertThat(ranges.some(4)).containsExactly(0L, 1L, 2L, 5L);
    }

    @Test
    void knowsWhatOverlaps() {
        assertThat(Ranges.of("0-2 9").overlaps(Ranges.of("3-8"))).isFalse();
        assertThat(Ranges.of("0-2 9").overlaps(Ranges.of("8-12"))).isTrue();
        assertThat(Ranges.of("").overlaps(Ranges.of("0"))).isFalse();
        assertThat(Ranges.of("").isEmpty()).isTrue();
    }
}
