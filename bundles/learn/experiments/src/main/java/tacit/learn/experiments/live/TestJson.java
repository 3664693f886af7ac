package tacit.learn.experiments.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import tacit.api.gate.CanaryState;

/** Sequential tests as JSON and back. Pure functions; what a later version adds is passed over. */
final class TestJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .build();

    private TestJson() {}

    static String text(CanaryState test) {
        try {
            return JSON.writeValueAsString(test);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a sequential test as JSON", e);
        }
    }

    static CanaryState test(String text) {
        try {
            return JSON.readValue(text, CanaryState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a sequential test: " + e.getOriginalMessage(), e);
        }
    }
}
