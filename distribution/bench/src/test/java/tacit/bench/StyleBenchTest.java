package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleBenchTest {

    @Test
    void observesEveryMessageOfTheStream() throws Exception {
        Map<String, Object> figures = new StyleBench().run(List.of("--messages", "4100", "--users", "3"));

        assertThat(figures)
                .containsEntry("counted", 4100L)
                .containsEntry("batches", 3)
                .containsEntry("writes", 9L);
        assertThat((long) figures.get("shifts")).isPositive();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StyleBench().run(List.of("--messages", "none")));
    }
}
