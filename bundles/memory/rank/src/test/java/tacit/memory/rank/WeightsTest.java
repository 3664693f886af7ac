package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class WeightsTest {

    private static Weights of(String json) throws JsonProcessingException {
        return Weights.of(new ObjectMapper().readTree(json));
    }

    @Test
    void shipsWeightsOfFeaturesThatExist() {
        assertThat(Features.names()).containsAll(Weights.shipped().values().keySet());
        assertThat(Weights.shipped().version()).isNotBlank();
    }

    @Test
    void readsAVersionAndWeights() throws JsonProcessingException {
        Weights weights = of("{\"version\": \"7\", \"weights\": {\"asks\": -0.5}}");

        assertThat(weights.version()).isEqualTo("7");
        assertThat(weights.values()).containsExactly(java.util.Map.entry("asks", -0.5));
    }

    @Test
    void refusesWeightsThatAreNoNumbers() {
        assertThatThrownBy(() -> of("{\"version\": \"7\", \"weights\": {\"asks\": \"much\"}}"))
                .hasMessage("weights.asks must be a number, got \"much\"");
    }

    @Test
    void refusesWeightsWithoutAVersion() {
        assertThatThrownBy(() -> of("{\"weights\": {}}")).hasMessage("version must not be blank");
    }

    @Test
    void leavesAFeatureOut() throws JsonProcessingException {
        Weights weights = of("{\"version\": \"7\", \"weights\": {\"asks\": -0.5, \"length\": 1}}");

        assertThat(weights.without("asks").values()).containsOnlyKeys("length");
    }
}
