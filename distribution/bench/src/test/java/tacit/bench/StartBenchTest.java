package tacit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartBenchTest {

    @Test
    void givesTheMedianOfTheRuns() {
        Map<String, Object> figures = StartBench.figures(new long[] {1300, 900, 1000, 1100}, 204_800);

        assertThat(figures)
                .containsEntry("readyMsMedian", 1050L)
                .containsEntry("readyMsMin", 900L)
                .containsEntry("readyMsMax", 1300L)
                .containsEntry("rssMb", 200.0)
                .containsEntry("runs", 4);
    }

    @Test
    void readsTheResidentMemory() {
        assertThat(HostProcess.resident(List.of("VmSize:\t 9000 kB", "VmRSS:\t  123456 kB")))
                .isEqualTo(123_456);
    }

    @Test
    void refusesASystemThatDoesNotTell() {
        assertThatThrownBy(() -> HostProcess.resident(List.of("Name: java")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VmRSS");
    }

    @Test
    void refusesNoRuns() {
        assertThatThrownBy(() -> new StartBench().run(List.of("--runs", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--runs");
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatThrownBy(() -> new StartBench().run(List.of("--sample")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
