package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KillBenchTest {

    @Test
    void losesNothingThatWasAcknowledgedAndKeepsNothingTwice() throws Exception {
        Map<String, Object> figures = new KillBench().run(List.of("3"));

        assertThat(figures).containsEntry("kills", 3).containsEntry("lost", 0L).containsEntry("doubled", 0L);
        assertThat((Integer) figures.get("acknowledged")).isGreaterThanOrEqualTo(600);
    }
}
