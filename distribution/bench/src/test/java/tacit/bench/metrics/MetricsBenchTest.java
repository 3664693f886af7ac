package tacit.bench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsBenchTest {

    @Test
    void countsWhatReadingAllRunsCounts() throws Exception {
        Map<String, Object> figures =
                new MetricsBench().run(List.of("--traces", "1200", "--memories", "20", "--calls", "3"));

        assertThat(figures)
                .containsEntry("traces", 1200)
                .containsEntry("memories", 40)
                .containsKey("ratio");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MetricsBench().run(List.of("--runs", "3")));
    }
}
