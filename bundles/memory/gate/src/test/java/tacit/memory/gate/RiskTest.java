package tacit.memory.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;

class RiskTest {

    @ParameterizedTest
    @CsvSource({
        "CURATED, AGENT_TOOL, 0.45",
        "CURATED, DISTILL, 0.65",
        "EXTERNAL, BACKGROUND, 0.85",
        "EXTERNAL, AGENT_TOOL, 0.65",
        "ARCHIVE, AGENT_TOOL, 0.2",
        "ARCHIVE, AUTO_CAPTURE, 0.4",
        "GRAPH, AGENT_TOOL, 0.2"
    })
    void wg11WeighsTargetAndOrigin(Target target, Origin origin, double risk) {
        assertThat(Risk.of(Writes.of(target, "add", origin))).isEqualTo(risk);
    }
}
